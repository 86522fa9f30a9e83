package dev.jop.controllergen.drawing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.Validation;
import org.jspecify.annotations.Nullable;

/** Something drawn. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Shape {

  /**
   * A circle.
   *
   * @param radius from its centre on
   */
  @JsonTypeName("circle")
  @Validation(rule = "self.radius < 100", message = "too big for the paper")
  record Circle(@Minimum(1) int radius) implements Shape {}

  /**
   * A box.
   *
   * @param width from left to right
   * @param height from top to bottom; as wide as high without it
   */
  @JsonTypeName("box")
  record Box(int width, @Nullable Integer height) implements Shape {}
}
