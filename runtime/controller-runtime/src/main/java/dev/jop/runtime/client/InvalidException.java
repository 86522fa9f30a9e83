package dev.jop.runtime.client;

/** The API server's validation refuses the object; the message says which field. */
public final class InvalidException extends ApiException {

  private static final long serialVersionUID = 1L;

  InvalidException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
