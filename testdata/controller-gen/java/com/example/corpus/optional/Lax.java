package com.example.corpus.optional;

import dev.jop.markers.validation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Lax is about a package whose properties may be missing. */
@Group("optional.corpus.example.com")
@Version("v1")
@Plural("laxes")
public final class Lax extends CustomResource<@Nullable LaxSpec, Void> implements Namespaced {}

/**
 * LaxSpec has properties of which few must be there.
 *
 * @param plain Perhaps missing, by its package.
 * @param required There, by a marker.
 * @param oldRequired There, by the old name of the marker.
 * @param number A number, perhaps missing.
 */
record LaxSpec(String plain, @Required String required, @Required String oldRequired, int number) {}
