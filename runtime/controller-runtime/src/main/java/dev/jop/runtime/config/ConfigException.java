package dev.jop.runtime.config;

/**
 * It is not known how to reach the API server, or what is configured cannot work. The message is
 * for the user and says what to do; it never holds a secret.
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong and what to do. */
  public ConfigException(String message) {
    super(message);
  }

  /** What is wrong and what to do, and what it was found by. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
