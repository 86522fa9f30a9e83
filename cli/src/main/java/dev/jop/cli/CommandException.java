package dev.jop.cli;

/**
 * A command failed; the message is the one line that its user reads: what failed and what to do.
 */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed and what to do. */
  public CommandException(String message) {
    super(message);
  }

  /** Says what failed and what to do, and keeps why. */
  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
