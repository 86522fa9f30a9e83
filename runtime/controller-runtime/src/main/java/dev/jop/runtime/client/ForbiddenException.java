package dev.jop.runtime.client;

/** The credentials do not give the right to do this. */
public final class ForbiddenException extends ApiException {

  private static final long serialVersionUID = 1L;

  ForbiddenException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
