package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.scheme.ResourceType;

/** What a person can do about a kind that cannot be listed or watched. */
final class Remedy {

  private Remedy() {}

  static String of(ApiException error, ResourceType<?> type) {
    return switch (error.code()) {
      case 0 -> "Is the API server there, and is there a way to it? Trying again";
      case Malformed.STATUS ->
          "Is there something on the way that answers in the API server's place? Trying again";
      case 401 -> "The credentials have expired or are wrong: renew them; trying again";
      case 403 ->
          "Give the right with @Rbac(groups = \"%s\", resources = \"%s\", verbs = {GET, LIST, WATCH})"
                  .formatted(type.kind().group(), type.plural())
              + " and apply config/rbac; trying again";
      case 404 ->
          "Install the CRD of %s or let it serve %s; what was read before is kept, and trying again"
              .formatted(type.kind().groupKind(), type.kind().version());
      default -> "Trying again";
    };
  }

  /** The API's word for a failure, one of a bounded number of words. */
  static String reason(ApiException error) {
    return switch (error.code()) {
      case 0 -> "Unreachable";
      case Malformed.STATUS -> "Malformed";
      case 400 -> "BadRequest";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "NotFound";
      case 410 -> "Expired";
      case 422 -> "Invalid";
      case 429 -> "TooManyRequests";
      case 500 -> "InternalError";
      case 503 -> "ServiceUnavailable";
      case 504 -> "Timeout";
      default -> Integer.toString(error.code());
    };
  }
}
