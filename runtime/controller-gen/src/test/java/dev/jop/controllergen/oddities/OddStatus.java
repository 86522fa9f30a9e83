package dev.jop.controllergen.oddities;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Components that are named like getters. */
public record OddStatus(
    boolean isOpen, int getCount, @JsonProperty("other") int named, @JsonIgnore int ignored) {

  public int plain() {
    return named;
  }

  @JsonIgnore
  public boolean isQuiet() {
    return true;
  }
}
