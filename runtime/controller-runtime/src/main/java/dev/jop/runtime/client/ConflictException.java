package dev.jop.runtime.client;

/** The object changed since it was read, or a field belongs to another owner. */
public final class ConflictException extends ApiException {

  private static final long serialVersionUID = 1L;

  ConflictException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
