package dev.jop.runtime.client;

import dev.jop.runtime.meta.GroupVersionKind;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes objects with every field that the API server's OpenAPI document gives them. */
final class SchemaObjects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH = 14;
  private static final String[] QUANTITIES = {"1500m", "0.5", "1e3", "100", "1.5Gi", "12E"};

  private final JsonNode definitions;
  private final Random random;

  /**
   * A maker.
   *
   * @param definitions those of the OpenAPI document, version 2
   */
  SchemaObjects(JsonNode definitions, long seed) {
    this.definitions = definitions;
    this.random = new Random(seed);
  }

  /** An object of a kind. */
  ObjectNode object(GroupVersionKind kind) {
    for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
      for (JsonNode own : definition.getValue().path("x-kubernetes-group-version-kind")) {
        if (own.path("group").asString("").equals(kind.group())
            && own.path("version").asString("").equals(kind.version())
            && own.path("kind").asString("").equals(kind.kind())) {
          ObjectNode object = (ObjectNode) value(definition.getKey(), definition.getValue(), 0);
          return object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        }
      }
    }
    throw new IllegalArgumentException("no schema of " + kind);
  }

  private JsonNode value(String name, JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      String referred = schema.path("$ref").stringValue().replace("#/definitions/", "");
      return value(referred, definitions.path(referred), depth);
    }
    return switch (schema.path("type").asString("")) {
      case "string" -> JSON.stringNode(text(name, schema.path("format").asString("")));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "number" -> JSON.numberNode(0.25);
      case "integer" ->
          schema.path("format").asString("").equals("int64")
              ? JSON.numberNode(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE)
              : JSON.numberNode(random.nextBoolean() ? Integer.MAX_VALUE : Integer.MIN_VALUE);
      case "array" -> {
        ArrayNode list = JSON.arrayNode();
        for (int i = depth < DEPTH ? 2 : 0; i > 0; i--) {
          list.add(value(name, schema.path("items"), depth + 1));
        }
        yield list;
      }
      case "object" -> object(name, schema, depth);
      default -> any(name);
    };
  }

  private ObjectNode object(String name, JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    if (depth < DEPTH) {
      boolean recursive = name.endsWith("JSONSchemaProps") && depth > 7;
      schema
          .path("properties")
          .properties()
          .forEach(
              field -> {
                JsonNode type = field.getValue();
                if (!recursive || !type.toString().contains("JSONSchemaProps")) {
                  object.set(field.getKey(), value(field.getKey(), type, depth + 1));
                }
              });
      if (schema.has("additionalProperties")) {
        object.set("a.b/c", value(name, schema.path("additionalProperties"), depth + 1));
      }
    }
    return object;
  }

  private String text(String name, String format) {
    return switch (format) {
      case "byte" -> "AAEC/w==";
      case "date-time" ->
          name.endsWith("MicroTime") ? "2024-01-02T03:04:05.120000Z" : "2024-01-02T03:04:05Z";
      case "int-or-string" -> "50%";
      default ->
          name.endsWith("Quantity")
              ? QUANTITIES[random.nextInt(QUANTITIES.length)]
              : random.nextInt(4) == 0
                  ? Integer.toString(random.nextInt())
                  : "x" + random.nextInt();
    };
  }

  /** A value of one of the types that the document cannot describe. */
  private JsonNode any(String name) {
    if (name.endsWith("OrBool")) {
      return JSON.booleanNode(true);
    }
    if (name.endsWith("OrStringArray")) {
      return JSON.arrayNode().add("a");
    }
    if (name.endsWith("OrArray")) {
      return JSON.objectNode().put("type", "string");
    }
    return JSON.objectNode().put("a", 1).set("b", JSON.arrayNode().add("5").add(1.5).add(true));
  }
}
