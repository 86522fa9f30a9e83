package com.example.corpus.strict;

import dev.jop.markers.validation.Optional;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Firm is about a package whose properties must be there. */
@Group("strict.corpus.example.com")
@Version("v1")
public final class Firm extends CustomResource<FirmSpec, Void> implements Namespaced {}

/**
 * FirmSpec has properties of which most must be there.
 *
 * @param plain There, by its package.
 * @param optional Perhaps missing, by a marker.
 * @param omitEmpty Perhaps missing, by its tag.
 */
record FirmSpec(String plain, @Optional String optional, @Optional @Nullable String omitEmpty) {}
