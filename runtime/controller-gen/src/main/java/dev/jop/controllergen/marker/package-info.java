/** How the annotations of {@code dev.jop.runtime.marker} change a schema, and when they cannot. */
@NullMarked
package dev.jop.controllergen.marker;

import org.jspecify.annotations.NullMarked;
