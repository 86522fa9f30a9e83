package dev.jop.runtime.client;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.Printable;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import tools.jackson.databind.JsonNode;

/** Compares a list with what was asked for: one that is not that would look like an empty one. */
final class ListAnswer {

  private ListAnswer() {}

  /**
   * Reads a list.
   *
   * @throws UnexpectedAnswerException if it is no list of that kind, or holds an object of another
   *     kind or namespace
   */
  static JsonNode read(byte[] json, ResourceType<?> type, ListOptions options, String doing) {
    JsonNode list = tree(json, doing);
    String apiVersion = list.path("apiVersion").asString("");
    String kind = list.path("kind").asString("");
    JsonNode items = list.path("items");
    if (!isListOf(type, apiVersion, kind, items) || !(items.isArray() || items.isNull())) {
      throw new UnexpectedAnswerException(
          doing,
          "is no list of "
              + type
              + ", but "
              + (kind.isEmpty()
                  ? "does not say its kind"
                  : Printable.of(apiVersion) + " " + Printable.of(kind)),
          null);
    }
    String namespace = type.namespaced() ? options.namespace() : "";
    for (JsonNode item : items) {
      String at = item.path("metadata").path("namespace").asString("");
      if (!namespace.isEmpty() && !at.equals(namespace)) {
        throw new UnexpectedAnswerException(
            doing, "holds an object of namespace \"" + Printable.of(at) + "\"", null);
      }
    }
    return list;
  }

  /**
   * Reads what should be a list of something.
   *
   * @throws UnexpectedAnswerException if it is no JSON
   */
  static JsonNode tree(byte[] json, String doing) {
    try {
      return Codec.shared().tree(json);
    } catch (CodecException e) {
      throw new UnexpectedAnswerException(doing, "is no JSON", e);
    }
  }

  private static boolean isListOf(
      ResourceType<?> type, String apiVersion, String kind, JsonNode items) {
    GroupVersionKind asked = type.kind();
    boolean isMetadata =
        type.isMetadata()
            && apiVersion.equals("meta.k8s.io/v1")
            && kind.equals("PartialObjectMetadataList");
    boolean isWhole =
        apiVersion.equals(asked.apiVersion())
            && (kind.equals(asked.kind() + "List") || namesItsItems(asked, items));
    return isMetadata || isWhole;
  }

  /** A CRD may call its lists as it likes; but then each item says what it is. */
  private static boolean namesItsItems(GroupVersionKind asked, JsonNode items) {
    boolean isCustom = asked.group().indexOf('.') >= 0;
    for (JsonNode item : items) {
      isCustom &=
          item.path("apiVersion").asString("").equals(asked.apiVersion())
              && item.path("kind").asString("").equals(asked.kind());
    }
    return isCustom && items.isArray();
  }
}
