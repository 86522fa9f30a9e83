package dev.jop.plugins;

/** An argument of a command is not what it may be; the message begins with the flag. */
public final class InvalidArgumentException extends ScaffoldException {
  private static final long serialVersionUID = 1L;

  /** Says which flag is wrong, why, and what it may be. */
  public InvalidArgumentException(String message) {
    super(message);
  }
}
