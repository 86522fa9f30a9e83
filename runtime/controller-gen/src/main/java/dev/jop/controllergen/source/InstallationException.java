package dev.jop.controllergen.source;

/** The jars that the generator runs with do not fit together, or lack something. */
public final class InstallationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InstallationException(String message) {
    super(message);
  }
}
