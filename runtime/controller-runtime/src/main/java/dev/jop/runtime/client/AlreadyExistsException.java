package dev.jop.runtime.client;

/** An object of that key is there already. */
public final class AlreadyExistsException extends ApiException {

  private static final long serialVersionUID = 1L;

  AlreadyExistsException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
