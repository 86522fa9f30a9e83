package com.example.corpus.v1;

import dev.jop.markers.validation.EmbeddedResource;
import dev.jop.markers.validation.JsonType;
import dev.jop.markers.validation.Pattern;
import dev.jop.markers.validation.PreserveUnknownFields;
import dev.jop.markers.validation.SchemaType;
import dev.jop.markers.validation.Schemaless;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plugin keeps what it does not know.
 *
 * @param name The name of the plugin.
 */
@PreserveUnknownFields
record Plugin(String name) {}

/**
 * OpaqueSpec has what a schema tells little or nothing of.
 *
 * @param raw Any object.
 * @param json Any JSON.
 * @param plugin A plugin, with settings of its own.
 * @param open A door whose other properties stay.
 * @param other The same by the other name of the marker.
 * @param schemaless Without a schema, but for what is said here.
 * @param schemalessObject Without a schema, but with a type.
 * @param resource A whole resource.
 * @param otherResource A whole resource by the other name of the marker.
 * @param intOrString A number or a percentage.
 * @param percentage A number or a percentage with a pattern.
 * @param metadata The metadata of something else.
 * @param raws Raw objects.
 * @param rawsByName Raw objects by name.
 * @param values Any JSON by name.
 */
record OpaqueSpec(
    @Nullable RawExtension raw,
    @Nullable JsonNode json,
    @Nullable Plugin plugin,
    @PreserveUnknownFields @Nullable Lid open,
    @PreserveUnknownFields @Nullable Lid other,
    @PreserveUnknownFields @Schemaless @Nullable Lid schemaless,
    @Schemaless @SchemaType(JsonType.OBJECT) @PreserveUnknownFields @Nullable Lid schemalessObject,
    @PreserveUnknownFields @EmbeddedResource @Nullable RawExtension resource,
    @EmbeddedResource @Nullable RawExtension otherResource,
    @Nullable IntOrString intOrString,
    @Pattern("^[0-9]+%?$") @Nullable IntOrString percentage,
    @Nullable ObjectMeta metadata,
    @Nullable List<RawExtension> raws,
    @Nullable Map<String, RawExtension> rawsByName,
    @Nullable Map<String, JsonNode> values) {}

/** Opaque is about what has no schema. */
@Group("corpus.example.com")
@Version("v1")
public final class Opaque extends CustomResource<OpaqueSpec, Void> implements Namespaced {}
