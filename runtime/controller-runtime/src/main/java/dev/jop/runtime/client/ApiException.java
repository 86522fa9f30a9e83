package dev.jop.runtime.client;

import java.time.Duration;

/**
 * The API server refused a request, or could not be reached.
 *
 * <p>The message says what was being done, to which object, and what the server said.
 */
public class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;
  private final Duration retryAfter;

  /**
   * An error that the API server answered.
   *
   * @param message what was being done and what the server said
   * @param code the HTTP status, or 0 if there was no answer
   * @param reason the API's word for the error, such as {@code NotFound}; may be empty
   */
  public ApiException(String message, int code, String reason) {
    this(message, code, reason, Duration.ZERO);
  }

  /**
   * An error that the API server answered, with a time to wait before the next try.
   *
   * @param retryAfter how long to wait at least, zero if the server did not say
   */
  ApiException(String message, int code, String reason, Duration retryAfter) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** No answer was had. */
  public ApiException(String message, Throwable cause) {
    super(message, cause);
    this.code = 0;
    this.reason = "";
    this.retryAfter = Duration.ZERO;
  }

  /** The HTTP status, or 0 if there was no answer. */
  public int code() {
    return code;
  }

  /** The API's word for the error, such as {@code NotFound}; empty if it gave none. */
  public String reason() {
    return reason;
  }

  /** How long the server asks to wait before the next try; zero if it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
