package dev.jop.runtime.internal.auth;

/** An issuer does not accept what it was sent. */
final class RefusedException extends CredentialsException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
