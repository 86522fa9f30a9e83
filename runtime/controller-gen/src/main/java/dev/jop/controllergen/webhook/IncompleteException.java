package dev.jop.controllergen.webhook;

/** An annotation lacks what says which objects it is about. */
final class IncompleteException extends Exception {
  private static final long serialVersionUID = 1L;

  IncompleteException(String message) {
    super(message);
  }
}
