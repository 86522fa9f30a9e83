package dev.jop.runtime.reconcile;

/**
 * Trying again is of no use: the request comes again only when something changes (C7).
 *
 * <p>Counts as well where it is the cause of another exception.
 */
public class TerminalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong and cannot be mended by trying again. */
  public TerminalException(String message) {
    super(message);
  }

  /** Says what is wrong, and what came of it. */
  public TerminalException(String message, Throwable cause) {
    super(message, cause);
  }
}
