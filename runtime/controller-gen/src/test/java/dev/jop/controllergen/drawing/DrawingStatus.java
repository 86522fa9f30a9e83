package dev.jop.controllergen.drawing;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a drawing.
 *
 * @param copies how many copies there are
 */
public record DrawingStatus(@Nullable Integer copies) {}
