package dev.jop.plugins;

/** A command cannot do what it was asked for; the message is the one line that its user reads. */
public class ScaffoldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do. */
  public ScaffoldException(String message) {
    super(message);
  }

  /** Says what is wrong and what to do, and keeps why. */
  public ScaffoldException(String message, Throwable cause) {
    super(message, cause);
  }
}
