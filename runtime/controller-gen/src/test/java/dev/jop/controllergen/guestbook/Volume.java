package dev.jop.controllergen.guestbook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How loudly a guestbook greets. */
public enum Volume {
  /** As to a sleeper. */
  @JsonProperty("Quiet")
  QUIET,
  /** As to a crowd. */
  @JsonProperty("Loud")
  LOUD
}
