package com.example.corpus.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Policy is about the plural of a kind that nobody gives. */
@Group("corpus.example.com")
@Version("v1")
public final class Policy extends CustomResource<TowerSpec, Void> implements Namespaced {}
