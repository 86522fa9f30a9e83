/**
 * What a CRD says about a value: the schema, apart from where it was read and how it is written.
 */
@NullMarked
package dev.jop.controllergen.schema;

import org.jspecify.annotations.NullMarked;
