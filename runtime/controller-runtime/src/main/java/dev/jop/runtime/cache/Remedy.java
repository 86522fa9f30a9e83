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
      return "Install the CRD of " + type.kind().groupKind() + "; trying again";
    }
    if (error instanceof UnauthorizedException) {
      return "The credentials have expired or are wrong; trying again";
    }
    return "Trying again";
  }
}
