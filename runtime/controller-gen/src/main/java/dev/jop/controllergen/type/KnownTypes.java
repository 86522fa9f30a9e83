package dev.jop.controllergen.type;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/** The types whose JSON is known without reading their members. */
final class KnownTypes {
  private static final Map<TypeKind, Schema> PRIMITIVES = new HashMap<>();
  private static final Map<String, Schema> BY_NAME = new HashMap<>();

  private static final String QUANTITY =
      "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))"
          + "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

  static {
    Schema string = Schema.of(SchemaType.STRING);
    Schema small = Schema.of(SchemaType.INTEGER);
    Schema number = Schema.of(SchemaType.NUMBER);
    primitive(TypeKind.BOOLEAN, "Boolean", Schema.of(SchemaType.BOOLEAN));
    primitive(TypeKind.BYTE, "Byte", small);
    primitive(TypeKind.SHORT, "Short", small);
    primitive(TypeKind.INT, "Integer", small.with("format", "int32"));
    primitive(TypeKind.LONG, "Long", small.with("format", "int64"));
    primitive(TypeKind.FLOAT, "Float", number);
    primitive(TypeKind.DOUBLE, "Double", number);
    BY_NAME.put("java.lang.String", string);
    BY_NAME.put("java.util.OptionalInt", small.with("format", "int32"));
    BY_NAME.put("java.util.OptionalLong", small.with("format", "int64"));
    BY_NAME.put("java.time.LocalDate", string.with("format", "date"));
    BY_NAME.put("java.time.Instant", string.with("format", "date-time"));
    BY_NAME.put("java.time.OffsetDateTime", string.with("format", "date-time"));
    BY_NAME.put("java.time.ZonedDateTime", string.with("format", "date-time"));
    BY_NAME.put("io.fabric8.kubernetes.api.model.IntOrString", Schema.of(SchemaType.INT_OR_STRING));
    BY_NAME.put(
        "io.fabric8.kubernetes.api.model.Quantity",
        Schema.of(SchemaType.INT_OR_STRING).with("pattern", QUANTITY));
    BY_NAME.put("io.fabric8.kubernetes.api.model.MicroTime", string.with("format", "date-time"));
    BY_NAME.put("java.util.OptionalDouble", number);
    BY_NAME.put("java.util.Date", string.with("format", "date-time"));
    BY_NAME.put("java.util.UUID", string.with("format", "uuid"));
    BY_NAME.putAll(TimeTypes.all());
    Schema open = Schema.of(SchemaType.OBJECT).with(Schema.PRESERVE_UNKNOWN, true);
    BY_NAME.put("tools.jackson.databind.JsonNode", Schema.of(SchemaType.ANY));
    BY_NAME.put("io.fabric8.kubernetes.api.model.AnyType", Schema.of(SchemaType.ANY));
    BY_NAME.put("tools.jackson.databind.node.ObjectNode", open);
    BY_NAME.put("io.fabric8.kubernetes.api.model.runtime.RawExtension", open);
    BY_NAME.put(
        "io.fabric8.kubernetes.api.model.GenericKubernetesResource",
        open.with("x-kubernetes-embedded-resource", true));
  }

  private KnownTypes() {}

  static Optional<Schema> primitive(TypeKind kind) {
    return Optional.ofNullable(PRIMITIVES.get(kind));
  }

  static Optional<Schema> named(String qualifiedName) {
    return Optional.ofNullable(BY_NAME.get(qualifiedName));
  }

  private static void primitive(TypeKind kind, String box, Schema schema) {
    PRIMITIVES.put(kind, schema);
    BY_NAME.put("java.lang." + box, schema);
  }
}
