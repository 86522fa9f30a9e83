package dev.jop.templates;

/** A template could not be rendered: it or its values are wrong, never the user's input. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }

  TemplateException(String message) {
    super(message);
  }
}
