package dev.jop.markers.validation;

/**
 * Why a {@link Validation} refuses a value, for programs that read the answer of the API server.
 */
public enum Reason {
  /** The value is wrong; that holds when nothing is said. */
  INVALID,
  /** The value is not allowed in this state, though it may be right otherwise. */
  FORBIDDEN,
  /** A value is missing. */
  REQUIRED,
  /** The value is there already. */
  DUPLICATE
}
