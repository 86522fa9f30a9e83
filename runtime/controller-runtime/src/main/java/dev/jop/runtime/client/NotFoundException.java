package dev.jop.runtime.client;

/** There is no such object, or the API server knows no such kind. */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  NotFoundException(String message, int code, String reason) {
    super(message, code, reason);
  }
}
