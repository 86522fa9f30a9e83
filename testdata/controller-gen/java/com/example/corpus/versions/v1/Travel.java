package com.example.corpus.versions.v1;

import dev.jop.markers.validation.Minimum;
import dev.jop.markers.crd.PrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Travel is about several versions. */
@Group("versions.corpus.example.com")
@Version("v1")
@ShortNames("tr")
@Categories("all")
@PrinterColumn(name = "Goal", jsonPath = ".spec.goal")
public final class Travel extends CustomResource<TravelSpec, Void> implements Namespaced {}

/**
 * TravelSpec is what a travel should be.
 *
 * @param goal Where to.
 * @param distance How far, and back.
 */
record TravelSpec(String goal, @Minimum(1) @Nullable Integer distance) {}
