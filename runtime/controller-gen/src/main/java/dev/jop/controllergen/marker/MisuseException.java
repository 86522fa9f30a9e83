package dev.jop.controllergen.marker;

/** Says why an annotation is wrong where it stands. */
final class MisuseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MisuseException(String message) {
    super(message);
  }
}
