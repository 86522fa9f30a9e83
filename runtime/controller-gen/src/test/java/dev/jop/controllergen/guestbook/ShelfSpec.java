package dev.jop.controllergen.guestbook;

import dev.jop.markers.validation.Minimum;
import java.util.List;
import java.util.Map;

/**
 * What a shelf should be.
 *
 * @param boards The boards, from top to bottom.
 * @param width Its width.
 */
public record ShelfSpec(
    Map<String, List<Page>> boards, @Minimum(value = -5, exclusive = true) long width) {}
