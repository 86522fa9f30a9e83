/**
 * Reads Java types as schemas: which properties Jackson writes, what type they have, whether they
 * are required.
 */
@NullMarked
package dev.jop.controllergen.type;

import org.jspecify.annotations.NullMarked;
