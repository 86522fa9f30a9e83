package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How server-side apply merges a list. */
final class ListTypeMarker implements ValueMarker {
  private static final Set<SchemaType> PLAIN =
      Set.of(SchemaType.STRING, SchemaType.INTEGER, SchemaType.NUMBER, SchemaType.BOOLEAN);

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.ARRAY) {
      throw new MisuseException("needs a list, not a value of type " + schema.type());
    }
    String topology = use.text("value").toLowerCase(Locale.ROOT);
    List<String> keys = use.texts("keys");
    if (!topology.equals("map") && !keys.isEmpty()) {
      throw new MisuseException("only a list that is merged as MAP has keys");
    }
    return switch (topology) {
      case "map" -> map(schema, keys);
      case "set" -> set(schema);
      default -> schema.with("x-kubernetes-list-type", topology);
    };
  }

  /** A list whose items are told apart by their values. */
  static Schema set(Schema schema) {
    Schema items = schema.items();
    if (items == null || !(PLAIN.contains(items.type()) || isAtomic(items))) {
      throw new MisuseException("a set needs plain or atomic items");
    }
    if (items.says("nullable")) {
      throw new MisuseException("the items of a set cannot be null");
    }
    return schema.with("x-kubernetes-list-type", "set");
  }

  private static boolean isAtomic(Schema items) {
    return "atomic".equals(items.keywords().get("x-kubernetes-map-type"))
        || "atomic".equals(items.keywords().get("x-kubernetes-list-type"));
  }

  private static Schema map(Schema schema, List<String> keys) {
    Schema items = schema.items();
    if (items == null || items.type() != SchemaType.OBJECT) {
      throw new MisuseException("a list that is merged as MAP needs objects as items");
    }
    if (items.says("nullable")) {
      throw new MisuseException("the items of a list that is merged as MAP cannot be null");
    }
    if (keys.isEmpty()) {
      throw new MisuseException("needs keys that tell the items apart");
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      throw new MisuseException("has a key twice in " + keys);
    }
    keys.forEach(key -> checkKey(key, items));
    return schema.with("x-kubernetes-list-type", "map").with("x-kubernetes-list-map-keys", keys);
  }

  private static void checkKey(String key, Schema items) {
    Schema property = items.properties().get(key);
    if (property == null) {
      throw new MisuseException(
          "the items have no property " + key + ", but " + items.properties().keySet());
    }
    if (!PLAIN.contains(property.type())) {
      throw new MisuseException(
          "the key " + key + " must be a plain value, not of type " + property.type());
    }
    if (property.says("nullable")) {
      throw new MisuseException("the key " + key + " cannot be null");
    }
    if (!items.required().contains(key) && property.keyword("default").isEmpty()) {
      throw new MisuseException("the key " + key + " must be required or have a default");
    }
  }
}
