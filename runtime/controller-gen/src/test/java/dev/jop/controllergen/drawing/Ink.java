package dev.jop.controllergen.drawing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a drawing is drawn with. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Ink.Pen.class, name = "pen"),
  @JsonSubTypes.Type(value = Ink.Brush.class, name = "brush")
})
public interface Ink {

  /**
   * A pen.
   *
   * @param color its color
   */
  record Pen(String color) implements Ink {}

  /**
   * A brush.
   *
   * @param width its width
   */
  record Brush(int width) implements Ink {}
}
