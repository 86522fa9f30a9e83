package dev.jop.controllergen.type;

import dev.jop.controllergen.schema.JsonText;
import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.JarText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The types of Kubernetes itself, such as a PodSpec, as controller-gen sees them in Go.
 *
 * <p>fabric8's classes have neither the limits nor the descriptions, so these come from a text that
 * a program in Go wrote ({@code src/main/go/builtins}): its first line says at which line the
 * schema of a class is, and in each line numbers stand for the lines of what is inside. Only the
 * lines that are needed are read.
 */
final class BuiltInTypes {
  private static final String PACKAGE = "io.fabric8.kubernetes.api.model.";
  private static final String RESOURCE = "builtins.jsonl";

  /** The title that stands in the text for the metadata of an object, which can be left open. */
  private static final String OBJECT_META = "ObjectMeta";

  private final boolean embeddedObjectMeta;
  private final Map<Integer, Schema> read = new HashMap<>();
  private String[] lines = {};
  private Map<?, ?> types = Map.of();

  /**
   * Creates a reader.
   *
   * @param embeddedObjectMeta whether the metadata inside other objects has its properties
   */
  BuiltInTypes(boolean embeddedObjectMeta) {
    this.embeddedObjectMeta = embeddedObjectMeta;
  }

  /** Returns the schema of a class, if it is one of Kubernetes' types. */
  Optional<Schema> find(String qualifiedName) {
    if (!qualifiedName.startsWith(PACKAGE)) {
      return Optional.empty();
    }
    load();
    return Optional.ofNullable(types.get(qualifiedName)).map(line -> schema((Long) line));
  }

  private void load() {
    if (lines.length > 0) {
      return;
    }
    lines = JarText.read(BuiltInTypes.class, RESOURCE).split("\n");
    types = (Map<?, ?>) JsonText.parse(lines[0]);
  }

  private Schema schema(Object line) {
    int number = ((Long) line).intValue();
    Schema known = read.get(number);
    if (known == null) {
      known = parse((Map<?, ?>) JsonText.parse(lines[number]));
      read.put(number, known);
    }
    return known;
  }

  private Schema parse(Map<?, ?> tree) {
    Map<String, Object> rest = new TreeMap<>();
    tree.forEach((name, value) -> rest.put((String) name, value));
    Schema schema = contents(type(rest), rest);
    if (rest.remove("x-kubernetes-validations") instanceof List<?> rules) {
      schema = schema.withRules(rules.stream().map(rule -> Rule.parse((Map<?, ?>) rule)).toList());
    }
    if (rest.remove("title", OBJECT_META) && embeddedObjectMeta) {
      schema = schema.withProperties(objectMeta(), new TreeSet<>());
    }
    return schema.withKeywords(new TreeMap<>(rest));
  }

  private static SchemaType type(Map<String, Object> rest) {
    Object type = rest.remove("type");
    if (rest.remove("x-kubernetes-int-or-string") != null) {
      rest.remove("anyOf");
      return SchemaType.INT_OR_STRING;
    }
    return type == null
        ? SchemaType.ANY
        : SchemaType.valueOf(type.toString().toUpperCase(Locale.ROOT));
  }

  private Schema contents(SchemaType type, Map<String, Object> rest) {
    Object items = rest.remove("items");
    Object additional = rest.remove("additionalProperties");
    Object properties = rest.remove("properties");
    Object required = rest.remove("required");
    if (items != null) {
      return Schema.listOf(schema(items));
    }
    if (additional != null) {
      return Schema.mapOf(schema(additional));
    }
    if (properties == null) {
      return Schema.of(type);
    }
    Map<String, Schema> schemas = new TreeMap<>();
    ((Map<?, ?>) properties).forEach((name, line) -> schemas.put((String) name, schema(line)));
    TreeSet<String> needed = new TreeSet<>();
    if (required instanceof List<?> names) {
      names.forEach(name -> needed.add((String) name));
    }
    return Schema.object(schemas, needed);
  }

  private static Map<String, Schema> objectMeta() {
    Schema string = Schema.of(SchemaType.STRING);
    return Map.of(
        "name", string,
        "namespace", string,
        "labels", Schema.mapOf(string),
        "annotations", Schema.mapOf(string),
        "finalizers", Schema.listOf(string));
  }
}
