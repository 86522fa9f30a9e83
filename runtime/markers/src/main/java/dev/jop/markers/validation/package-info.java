/**
 * Annotations for the values of a kind: limits, patterns, defaults, CEL rules, list and map types.
 *
 * <p>They stand on a field, a getter, a record component, on a type in angle brackets, as in {@code
 * List<@Pattern("^[a-z]+$") String>}, or on the declaration of a type, where they apply to all
 * values of that type. The generator writes them into the CRD's schema, and the compiler reports
 * each use that makes no sense at its line. Each names the controller-gen marker that it
 * corresponds to.
 *
 * <p>No annotation of this library is read while an operator runs.
 */
@NullMarked
package dev.jop.markers.validation;

import org.jspecify.annotations.NullMarked;
