package dev.jop.runtime.client;

import dev.jop.runtime.internal.text.Printable;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Makes the exception that fits an answer of the API server. */
final class ApiErrors {

  private static final int LONGEST_MESSAGE = 8 * 1024;
  private static final int LONGEST_QUOTE = 200;

  private ApiErrors() {}

  /**
   * The exception for an answer.
   *
   * @param code the HTTP status
   * @param answer the body: a Status object, or any text that a proxy on the way has sent
   * @param retryAfter the time that a header of the answer asks to wait
   * @param location where a redirect leads, empty for nowhere
   * @param doing what was being done
   */
  static ApiException of(
      int code, byte[] answer, RetryAfter retryAfter, String location, String doing) {
    String reason = "";
    String said = "";
    try {
      JsonNode status = Codec.shared().tree(answer);
      if (status.path("kind").asString("").equals("Status")) {
        reason = Printable.of(status.path("reason").asString(""), LONGEST_QUOTE);
        said = Printable.of(status.path("message").asString(""), LONGEST_MESSAGE);
      }
    } catch (CodecException noStatus) {
      // quoted below
    }
    if (said.isEmpty()) {
      said = quote(code, answer, location);
    }
    return of(code, reason, retryAfter, "cannot " + doing + ": " + said + retryAfter.told());
  }

  private static String quote(int code, byte[] answer, String location) {
    String text = new String(answer, StandardCharsets.UTF_8).strip();
    if (code / 100 == 3) {
      return "the server answered "
          + code
          + (location.isEmpty() ? "" : " and points to " + Printable.of(location, LONGEST_QUOTE))
          + ": redirects are not followed, name the API server itself";
    }
    return "the server answered "
        + code
        + (text.isEmpty() ? "" : ": " + Printable.of(text, LONGEST_QUOTE));
  }

  private static ApiException of(int code, String reason, RetryAfter retryAfter, String message) {
    return switch (code) {
      case 401 -> new UnauthorizedException(message, code, reason);
      case 403 -> new ForbiddenException(message, code, reason);
      case 404 -> new NotFoundException(message, code, reason);
      case 409 ->
          "AlreadyExists".equals(reason)
              ? new AlreadyExistsException(message, code, reason)
              : new ConflictException(message, code, reason);
      case 410 -> new ExpiredException(message, code, reason);
      case 422 -> new InvalidException(message, code, reason);
      default -> new ApiException(message, code, reason, retryAfter.pause());
    };
  }
}
