package dev.jop.controllergen;

/**
 * Manifests cannot be made for a reason outside the sources, such as a missing compiler or an
 * unreadable folder.
 */
public final class GenerateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GenerateException(String message) {
    super(message);
  }

  GenerateException(String message, Throwable cause) {
    super(message, cause);
  }
}
