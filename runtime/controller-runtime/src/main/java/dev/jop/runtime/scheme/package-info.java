/**
 * What the program knows of kinds: which Java type stands for which group, version and kind, and
 * how such an object becomes bytes and back.
 *
 * <p>fabric8's models carry their kind as annotations, so there is nothing to register. Decoding
 * tolerates fields that a type does not know: a field that is new in a CRD must not stop an
 * operator that is older. It tolerates nothing else: a value of another type than the field's is an
 * error that names the field, for whatever it were made into would be written back.
 */
@NullMarked
package dev.jop.runtime.scheme;

import org.jspecify.annotations.NullMarked;
