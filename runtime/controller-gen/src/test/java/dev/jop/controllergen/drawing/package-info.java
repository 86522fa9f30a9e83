/** A kind with the types that are hardest to get right, for a round trip through the API server. */
@NullMarked
package dev.jop.controllergen.drawing;

import org.jspecify.annotations.NullMarked;
