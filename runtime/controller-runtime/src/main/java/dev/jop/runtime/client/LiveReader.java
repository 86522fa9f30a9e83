package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    try {
      byte[] json = rest.get(type, type.path(key), "get " + type.kind().kind() + " " + key);
      return Optional.of(Codec.shared().decode(json, type));
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
    String path =
        type.path(options.namespace())
            + "?labelSelector="
            + encoded(options.labelSelector())
            + "&fieldSelector="
            + encoded(options.fieldSelector());
    List<T> objects = new ArrayList<>();
    String next = "";
    do {
      String page = "&limit=" + Math.min(PAGE, limit - objects.size()) + "&continue=" + next;
      JsonNode list = Codec.shared().tree(rest.list(type, path + page, "list " + type.plural()));
      for (JsonNode item : list.path("items")) {
        objects.add(Codec.shared().decode(Codec.shared().encode(item), type));
      }
      next = encoded(list.path("metadata").path("continue").asString(""));
    } while (!next.isEmpty() && objects.size() < limit);
    return objects;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
