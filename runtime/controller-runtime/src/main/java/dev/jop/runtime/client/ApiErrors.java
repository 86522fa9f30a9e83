package dev.jop.runtime.client;

import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Makes the exception that fits an answer of the API server. */
final class ApiErrors {

  private static final int LONGEST_TEXT = 200;

  private ApiErrors() {}

  /**
   * The exception for an answer.
   *
   * @param code the HTTP status
   * @param retryAfter the time that a header of the answer asks to wait
   * @param answer the body: a Status object, or any text a proxy on the way has sent
   * @param doing what was being done
   */
  static ApiException of(int code, byte[] answer, Duration retryAfter, String doing) {
    String reason = "";
    String said = "";
    try {
      JsonNode status = Codec.shared().tree(answer);
      reason = status.path("reason").asString("");
      said = status.path("message").asString("");
    } catch (CodecException noStatus) {
      said = new String(answer, StandardCharsets.UTF_8).strip();
    }
    if (said.isEmpty()) {
      said = "the server answered " + code;
    } else if (!said.startsWith("{") && said.length() > LONGEST_TEXT && reason.isEmpty()) {
      said = said.substring(0, LONGEST_TEXT) + "…";
    }
    return of(code, reason, retryAfter, "cannot " + doing + ": " + said);
  }

  private static ApiException of(int code, String reason, Duration retryAfter, String message) {
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
      default -> new ApiException(message, code, reason, retryAfter);
    };
  }
}
