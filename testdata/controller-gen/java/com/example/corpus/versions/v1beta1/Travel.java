package com.example.corpus.versions.v1beta1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Travel is about several versions. */
@Group("versions.corpus.example.com")
@Version(
    value = "v1beta1",
    storage = false,
    deprecated = true,
    deprecationWarning = "versions.corpus.example.com/v1beta1 Travel is old; use v1")
@ShortNames("tr")
@Categories("all")
public final class Travel extends CustomResource<TravelSpec, Void> implements Namespaced {}

/**
 * TravelSpec is what a travel should be.
 *
 * @param goal Where to.
 * @param distance How far.
 */
record TravelSpec(String goal, @Nullable Integer distance) {}
