package com.example.corpus.versions.v2;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Travel is about several versions. */
@Group("versions.corpus.example.com")
@Version(value = "v2", storage = false)
@ShortNames("tr")
@Categories("all")
public final class Travel extends CustomResource<TravelSpec, TravelStatus> implements Namespaced {}

/**
 * TravelSpec is what a travel should be.
 *
 * @param goal Where to.
 * @param legs The legs of it.
 */
record TravelSpec(String goal, @Nullable List<String> legs) {}

/**
 * TravelStatus is what is known of a travel.
 *
 * @param over Whether it is over.
 */
record TravelStatus(@Nullable Boolean over) {}
