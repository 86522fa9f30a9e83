package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads from the API server, lists in pages of 500. */
final class LiveReader implements Reader {

  private static final int PAGE = 500;

  private final RestClient rest;

  LiveReader(RestClient rest) {
    this.rest = rest;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey key) {
    ObjectRequest<T> request = ObjectRequest.of("get", type, key);
    try {
      return Optional.of(request.answer(rest.get(type, request.path(), request.doing())));
    } catch (NotFoundException e) {
      if (e.reason().isEmpty()) {
        throw e; // not the object is missing but the kind: the answer was no Status
      }
      return Optional.empty();
    }
  }

  @Override
  public <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options) {
    int limit = options.limit() == 0 ? Integer.MAX_VALUE : options.limit();
    String doing = "list " + type.plural();
    List<T> objects = new ArrayList<>();
    String next = "";
    do {
      int page = Math.min(PAGE, limit - objects.size());
      ApiPath path = path(type, options, page, next, doing);
      JsonNode list = ListAnswer.read(rest.list(type, path, doing), type, options, doing);
      for (JsonNode item : list.path("items")) {
        objects.add(Codec.shared().decode(Codec.shared().encode(item), type));
      }
      next = list.path("metadata").path("continue").asString("");
    } while (!next.isEmpty() && objects.size() < limit);
    return objects;
  }

  private static ApiPath path(
      ResourceType<?> type, ListOptions options, int limit, String next, String doing) {
    return InvalidNameException.unlessValid(
        doing,
        () ->
            type.path(options.namespace())
                .with("labelSelector", options.labelSelector())
                .with("fieldSelector", options.fieldSelector())
                .with("limit", Integer.toString(limit))
                .with("continue", next));
  }
}
