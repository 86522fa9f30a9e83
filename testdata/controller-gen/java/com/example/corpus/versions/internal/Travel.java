package com.example.corpus.versions.internal;

import dev.jop.markers.crd.SkipVersion;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Travel is about several versions. */
@Group("versions.corpus.example.com")
@Version(value = "v0", storage = false)
@ShortNames("tr")
@Categories("all")
@SkipVersion
public final class Travel extends CustomResource<TravelSpec, Void> implements Namespaced {}

/**
 * TravelSpec is what a travel should be.
 *
 * @param goal Where to.
 */
record TravelSpec(String goal) {}
