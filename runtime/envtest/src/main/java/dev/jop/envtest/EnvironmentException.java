package dev.jop.envtest;

import org.jspecify.annotations.Nullable;

/**
 * Says that a control plane, or something asked of it, failed, and why: the end of a server's log
 * where that tells.
 */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentException(String message) {
    super(message);
  }

  EnvironmentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
