/**
 * Annotations for a kind as a whole: printer columns, the scale and status subresources, selectable
 * fields, labels and annotations of its CRD.
 *
 * <p>A kind gets its names from fabric8's annotations: {@code @Group}, {@code @Version},
 * {@code @Kind}, {@code @Plural}, {@code @Singular}, {@code @ShortNames}, {@code @Categories}.
 * {@code @Version} also says which version is stored, served or deprecated.
 */
@NullMarked
package dev.jop.markers.crd;

import org.jspecify.annotations.NullMarked;
