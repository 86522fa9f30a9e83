/**
 * Annotations from which the generator makes manifests.
 *
 * <p>They say what a Java type cannot: limits, patterns, defaults, columns, permissions. They are
 * read when the sources are compiled, where each wrong use is an error at its line, and are never
 * read while an operator runs. Those that describe a value can stand on a field, a getter, a record
 * component, on a type in angle brackets, as in {@code List<@Pattern("^[a-z]+$") String>}, and on
 * the declaration of a type, where they hold for all values of the type. Each names the marker of
 * controller-gen that says the same.
 *
 * <p>What names a kind comes from fabric8: {@code @Group}, {@code @Version}, {@code @Kind},
 * {@code @Plural}, {@code @Singular}, {@code @ShortNames}, {@code @Categories}. {@code @Version}
 * also says which version is stored, served or deprecated.
 */
@NullMarked
package dev.jop.runtime.marker;

import org.jspecify.annotations.NullMarked;
