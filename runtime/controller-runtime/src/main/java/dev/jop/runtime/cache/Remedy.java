package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ForbiddenException;
import dev.jop.runtime.client.NotFoundException;
import dev.jop.runtime.client.UnauthorizedException;
import dev.jop.runtime.scheme.ResourceType;

/** What a person can do about a kind that cannot be listed or watched. */
final class Remedy {

  private Remedy() {}

  static String of(ApiException error, ResourceType<?> type) {
    if (error instanceof ForbiddenException) {
      return "Give the right with @Rbac(groups = \""
          + type.kind().group()
          + "\", resources = \""
          + type.plural()
          + "\", verbs = {GET, LIST, WATCH}) and apply config/rbac; trying again";
    }
    if (error instanceof NotFoundException) {
      return "Install the CRD of "
          + type.kind().groupKind()
          + " or let it serve "
          + type.kind().version()
          + "; what was read before is kept, and trying again";
    }
    if (error instanceof UnauthorizedException) {
      return "The credentials have expired or are wrong: renew them; trying again";
    }
    if (error.code() == 0) {
      return "Is the API server there, and is there a way to it? Trying again";
    }
    return "Trying again";
  }

  /** The API's word for a failure, one of a bounded number of words. */
  static String reason(ApiException error) {
    return switch (error.code()) {
      case 0 -> "Unreachable";
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
