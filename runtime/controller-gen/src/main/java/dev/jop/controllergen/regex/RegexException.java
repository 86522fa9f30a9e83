package dev.jop.controllergen.regex;

/** The text is no regular expression to the API server. */
final class RegexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegexException(String message) {
    super(message);
  }
}
