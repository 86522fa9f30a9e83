package dev.jop.controllergen.compatibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A mapping in a YAML document, or the lack of one.
 *
 * @param entries its entries
 */
record Node(Map<String, Object> entries) {
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  /** Returns the documents of a text, and the items of those that are lists of objects. */
  static List<Node> documents(String yaml) {
    List<Node> documents = new ArrayList<>();
    try {
      for (Object document : new Load(SETTINGS).loadAllFromString(yaml)) {
        Node node = of(document);
        documents.addAll(node.text("kind").endsWith("List") ? node.list("items") : List.of(node));
      }
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
    }
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static Node of(@Nullable Object value) {
    return new Node(value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  @Nullable Object get(String key) {
    return entries.get(key);
  }

  Node at(String key) {
    return of(entries.get(key));
  }

  List<Node> list(String key) {
    return values(key).stream().map(Node::of).toList();
  }

  List<?> values(String key) {
    return entries.get(key) instanceof List<?> list ? list : List.of();
  }

  /** The values of a list as a set of texts. */
  Set<String> texts(String key) {
    Set<String> texts = new TreeSet<>();
    values(key).forEach(value -> texts.add(String.valueOf(value)));
    return texts;
  }

  String text(String key) {
    return entries.get(key) == null ? "" : String.valueOf(entries.get(key));
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(entries.get(key));
  }

  Optional<BigDecimal> number(String key) {
    return entries.get(key) instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }
}
