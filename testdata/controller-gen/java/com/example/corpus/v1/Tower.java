package com.example.corpus.v1;

import dev.jop.markers.validation.ExternalDocs;
import dev.jop.markers.validation.Title;
import dev.jop.markers.validation.Validation;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * Tower is about a kind that stands in no namespace, is named irregularly, and may lack its spec.
 */
@Group("corpus.example.com")
@Version("v1")
@Plural("towerz")
@Singular("towr")
@ShortNames("tw")
@Categories("corpus")
@Validation(rule = "self.metadata.name.startsWith('t')", message = "the name must begin with t")
public final class Tower extends CustomResource<@Nullable TowerSpec, Void> {}

/**
 * TowerSpec is what a tower should be.
 *
 * @param height How high.
 */
@Title("A tower's wishes")
@ExternalDocs(url = "https://example.com/towers", description = "towers")
record TowerSpec(@Nullable Integer height) {}
