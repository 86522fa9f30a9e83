package dev.jop.controllergen.drawing;

import java.util.List;

/**
 * Things that lie above each other.
 *
 * @param <T> the type of the things
 * @param name its name
 * @param things the things, the lowest first
 */
public record Layer<T>(String name, List<T> things) {}
