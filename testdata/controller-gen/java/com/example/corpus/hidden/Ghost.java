package com.example.corpus.hidden;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Ghost is not to be seen. */
@Group("hidden.corpus.example.com")
@Version("v1")
public final class Ghost extends CustomResource<Void, Void> implements Namespaced {}
