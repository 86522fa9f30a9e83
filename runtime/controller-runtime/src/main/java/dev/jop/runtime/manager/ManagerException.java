package dev.jop.runtime.manager;

/**
 * A manager could not be made, or a part of it failed.
 *
 * <p>The message is for the user and says what failed and what to do. It has no stack trace, so
 * that a program that does not catch it ends with this one line; where the cause matters it was
 * logged.
 */
public final class ManagerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ManagerException(String message) {
    super(message, null, true, false);
  }
}
