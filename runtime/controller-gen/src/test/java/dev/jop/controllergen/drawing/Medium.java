package dev.jop.controllergen.drawing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a drawing is drawn on. */
public enum Medium {
  @JsonProperty("paper")
  PAPER,
  @JsonProperty("canvas")
  CANVAS
}
