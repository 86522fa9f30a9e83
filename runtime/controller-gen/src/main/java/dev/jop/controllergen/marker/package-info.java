/** How the annotations of {@code dev.jop.markers} change a schema, and when they cannot. */
@NullMarked
package dev.jop.controllergen.marker;

import org.jspecify.annotations.NullMarked;
