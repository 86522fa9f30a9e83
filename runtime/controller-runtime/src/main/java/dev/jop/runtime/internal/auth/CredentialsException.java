package dev.jop.runtime.internal.auth;

/** There are no credentials to send a request with. The message is for the user. */
public sealed class CredentialsException extends RuntimeException permits RefusedException {

  private static final long serialVersionUID = 1L;

  CredentialsException(String message) {
    super(message);
  }

  CredentialsException(String message, Throwable cause) {
    super(message, cause);
  }
}
