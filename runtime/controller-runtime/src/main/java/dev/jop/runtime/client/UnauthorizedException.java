package dev.jop.runtime.client;

/** The API server does not accept the credentials. */
public final class UnauthorizedException extends ApiException {

  private static final long serialVersionUID = 1L;

  UnauthorizedException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
