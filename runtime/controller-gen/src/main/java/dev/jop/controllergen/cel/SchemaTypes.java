package dev.jop.controllergen.cel;

import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.syntax.CelName;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a schema what expressions see of it.
 *
 * <p>Sizes are what the schema allows or, where it sets no limit, what fits into the largest
 * request. What the schema does not describe is not seen at all.
 */
final class SchemaTypes {
  static final long MAX_REQUEST = 3 * 1024 * 1024;

  private static final long MAX_STRING = MAX_REQUEST - 2;
  private static final long MAX_NAME = 253;

  private SchemaTypes() {}

  /**
   * Returns the type of a value, or nothing if expressions cannot see it.
   *
   * @param root whether it is a whole resource, with kind and metadata
   */
  static Optional<DeclType> of(Schema schema, boolean root) {
    return of(schema, root, "self");
  }

  private static Optional<DeclType> of(Schema schema, boolean root, String path) {
    return switch (schema.type()) {
      case ANY -> Optional.empty();
      case INT_OR_STRING -> Optional.of(DeclType.simple(CelType.DYN, maxLength(schema), 1));
      case ARRAY -> list(schema, path);
      case OBJECT -> object(schema, root, path);
      case STRING -> Optional.of(string(schema));
      case BOOLEAN -> Optional.of(DeclType.simple(CelType.BOOL, 0, 4));
      case NUMBER -> Optional.of(DeclType.simple(CelType.DOUBLE, 0, 1));
      case INTEGER -> Optional.of(DeclType.simple(CelType.INT, 0, 1));
    };
  }

  private static Optional<DeclType> list(Schema schema, String path) {
    Schema items = schema.items();
    return items == null
        ? Optional.empty()
        : of(items, isEmbedded(items), path + ".@idx")
            .map(
                item ->
                    DeclType.listOf(
                        item, limit(schema, "maxItems", MAX_STRING / (item.minSize() + 1))));
  }

  private static Optional<DeclType> object(Schema schema, boolean root, String path) {
    Schema values = schema.additional();
    if (values != null && !root) {
      return of(values, isEmbedded(values), path + ".@elem")
          .map(
              value ->
                  DeclType.mapOf(
                      value, limit(schema, "maxProperties", MAX_STRING / (value.minSize() + 6))));
    }
    Map<String, DeclType> fields = new HashMap<>();
    long minSize = 2;
    for (Map.Entry<String, Schema> property : properties(schema, root).entrySet()) {
      String name = property.getKey();
      Schema value = property.getValue();
      Optional<String> escaped = CelName.escaped(name);
      String fieldPath = path + "." + escaped.orElse(name);
      Optional<DeclType> type = of(value, isEmbedded(value), fieldPath);
      if (type.isPresent()) {
        escaped.ifPresent(speakable -> fields.put(speakable, type.get()));
        if (schema.required().contains(name) && value.keyword("default").isEmpty()) {
          minSize += bytes(name) + type.get().minSize() + 4;
        }
      }
    }
    return Optional.of(new DeclType(CelType.object(path), fields, null, null, 0, minSize));
  }

  /** Returns the properties; those of a resource are there even if the schema does not say so. */
  private static SortedMap<String, Schema> properties(Schema schema, boolean root) {
    if (!root || describesResource(schema)) {
      return schema.properties();
    }
    SortedMap<String, Schema> all = new TreeMap<>(schema.properties());
    Schema text = Schema.of(SchemaType.STRING);
    all.put("kind", text);
    all.put("apiVersion", text);
    Schema metadata = schema.properties().get("metadata");
    SortedMap<String, Schema> meta = new TreeMap<>();
    meta.put("name", capped(metadata, "name", MAX_NAME));
    meta.put("generateName", capped(metadata, "generateName", MAX_NAME - 1));
    all.put("metadata", Schema.object(meta, new TreeSet<>()));
    return all;
  }

  private static boolean describesResource(Schema schema) {
    Schema metadata = schema.properties().get("metadata");
    return isText(schema, "kind")
        && isText(schema, "apiVersion")
        && metadata != null
        && isText(metadata, "name")
        && isText(metadata, "generateName");
  }

  private static boolean isText(Schema schema, String property) {
    Schema value = schema.properties().get(property);
    return value != null && value.type() == SchemaType.STRING;
  }

  private static Schema capped(@Nullable Schema metadata, String name, long most) {
    Schema text = Schema.of(SchemaType.STRING);
    Schema said = metadata == null ? null : metadata.properties().get(name);
    return text.with(
        "maxLength", Math.min(most, said == null ? most : limit(said, "maxLength", most)));
  }

  private static DeclType string(Schema schema) {
    return switch (String.valueOf(schema.keywords().get("format"))) {
      case "byte" -> DeclType.simple(CelType.BYTES, limit(schema, "maxLength", MAX_STRING), 2);
      case "duration" -> DeclType.simple(CelType.DURATION, 32, 3);
      case "date" -> DeclType.simple(CelType.TIMESTAMP, 12, 12);
      case "date-time" -> DeclType.simple(CelType.TIMESTAMP, 32, 21);
      default -> DeclType.simple(CelType.STRING, maxLength(schema), 2);
    };
  }

  /** Returns the most bytes of a string; limits of schemas count code points of up to four. */
  private static long maxLength(Schema schema) {
    if (schema.keyword("maxLength").isPresent()) {
      return 4 * limit(schema, "maxLength", 0);
    }
    return schema.accepted().stream()
        .filter(String.class::isInstance)
        .mapToLong(value -> bytes((String) value))
        .max()
        .orElse(MAX_STRING);
  }

  private static long limit(Schema schema, String keyword, long otherwise) {
    return schema.keywords().get(keyword) instanceof Number number
        ? Math.max(0, number.longValue())
        : otherwise;
  }

  private static boolean isEmbedded(Schema schema) {
    return schema.says("x-kubernetes-embedded-resource");
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
