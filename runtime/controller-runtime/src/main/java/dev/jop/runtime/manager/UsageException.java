package dev.jop.runtime.manager;

/** A command line is wrong. The message is one line for the user. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
