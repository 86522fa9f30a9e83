package dev.jop.runtime.client;

/** The resource version asked for is too old: list anew. */
public final class ExpiredException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** An answer that says so. */
  public ExpiredException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
