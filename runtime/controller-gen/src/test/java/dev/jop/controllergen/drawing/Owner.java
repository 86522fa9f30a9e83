package dev.jop.controllergen.drawing;

import dev.jop.markers.validation.Immutable;
import org.jspecify.annotations.Nullable;

/** Who a drawing belongs to. */
public class Owner {
  /** The name of the owner. */
  @Immutable public @Nullable String owner;

  /** Where the owner lives. */
  public @Nullable String address;
}
