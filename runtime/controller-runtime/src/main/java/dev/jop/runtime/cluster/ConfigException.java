package dev.jop.runtime.cluster;

/** It is not known how to reach the API server. The message is for the user and says what to do. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConfigException(String message) {
    super(message);
  }

  ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
