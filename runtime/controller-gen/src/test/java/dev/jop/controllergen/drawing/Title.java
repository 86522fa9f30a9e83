package dev.jop.controllergen.drawing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MinLength;

/**
 * A title, which is a string in JSON.
 *
 * @param text the string
 */
@MinLength(1)
@MaxLength(20)
public record Title(@JsonValue String text) {

  /** Creates a title. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Title {}
}
