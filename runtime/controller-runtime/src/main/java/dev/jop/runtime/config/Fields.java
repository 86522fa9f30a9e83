package dev.jop.runtime.config;

import dev.jop.runtime.internal.yaml.YamlException;
import dev.jop.runtime.internal.yaml.YamlJson;
import dev.jop.runtime.internal.yaml.YamlNode;
import dev.jop.runtime.internal.yaml.YamlNode.Field;
import dev.jop.runtime.internal.yaml.YamlNode.Kind;
import dev.jop.runtime.internal.yaml.YamlNode.Mapping;
import dev.jop.runtime.internal.yaml.YamlNode.Scalar;
import dev.jop.runtime.internal.yaml.YamlNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entry of a kubeconfig, read as Go reads them into its types: a field that is
 * not there, or null, is empty; one of another type is an error.
 */
final class Fields {

  private final KubeconfigSource source;
  private final String owner;
  private final Mapping mapping;
  private final Set<String> known = new HashSet<>();

  private Fields(KubeconfigSource source, String owner, Mapping mapping) {
    this.source = source;
    this.owner = owner;
    this.mapping = mapping;
  }

  /**
   * The fields of a node.
   *
   * @param owner what they belong to, for messages: {@code user "me"}
   */
  static Fields of(KubeconfigSource source, String owner, YamlNode node) {
    if (isNull(node)) {
      return new Fields(source, owner, new Mapping(Map.of(), false, node.line()));
    }
    if (node instanceof Mapping mapping) {
      return new Fields(source, owner, mapping);
    }
    throw source.error(node.line(), owner + " must have fields, name: value");
  }

  int line() {
    return mapping.line();
  }

  /** A text; empty if the field is not there. */
  String text(String name) {
    YamlNode value = value(name);
    return value == null ? "" : text(value, name);
  }

  private String text(YamlNode value, String name) {
    if (value instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
      return scalar.text();
    }
    if (isNull(value)) {
      return "";
    }
    throw error(value, name, value instanceof Scalar ? "a text, put it in quotes" : "a text");
  }

  /** A text that goes into a header of each request. */
  String headerText(String name) {
    String text = text(name);
    requireForHeader(text, name);
    return text;
  }

  private void requireForHeader(String text, String name) {
    if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw source.error(
          line(), name + " of " + owner + " holds a line break or another control character");
    }
  }

  boolean flag(String name) {
    YamlNode value = value(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
      return scalar.isTrue();
    }
    throw error(value, name, "true or false, without quotes");
  }

  /** What base64 stands for; it is PEM wherever kubeconfigs have it. */
  String base64(String name) {
    String text = text(name).replaceAll("[\r\n]", "");
    try {
      if (text.length() % 4 == 0) { // the decoder takes it without padding, kubectl does not
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw source.error(line(), name + " of " + owner + " is no base64");
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(name)) {
      texts.add(text(item, name));
    }
    return texts;
  }

  Map<String, String> textMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    named(name).forEach((key, value) -> texts.put(key, text(value.value(), name)));
    return texts;
  }

  /** Lists of texts by their names, for headers. */
  Map<String, List<String>> textLists(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    Fields fields = of(source, name + " of " + owner, valueOrNull(name));
    fields.named().keySet().forEach(key -> lists.put(key, fields.headerTexts(key)));
    return lists;
  }

  List<String> headerTexts(String name) {
    List<String> texts = texts(name);
    texts.forEach(text -> requireForHeader(text, name));
    return texts;
  }

  /** Whether the field is there and holds something. */
  boolean has(String name) {
    return value(name) != null;
  }

  /** The fields that a field holds. */
  Fields fields(String name, String owner) {
    return of(source, owner, valueOrNull(name));
  }

  /**
   * The items of a list, each with fields.
   *
   * @param owner what each is, for messages
   */
  List<Fields> list(String name, String owner) {
    List<Fields> list = new ArrayList<>();
    for (YamlNode item : items(name)) {
      list.add(of(source, owner, item));
    }
    return list;
  }

  /** The extensions of what has these fields, each as JSON. */
  Map<String, String> extensions() {
    Map<String, String> extensions = new LinkedHashMap<>();
    for (Fields fields : list("extensions", "an extension of " + owner)) {
      fields.readExtension(extensions);
    }
    return extensions;
  }

  /** Adds the extension that these fields are. */
  void readExtension(Map<String, String> extensions) {
    try {
      String json = YamlJson.of(valueOrNull("extension"));
      if (extensions.put(text("name"), json) != null) {
        throw source.error(line(), owner + " has the name of another");
      }
    } catch (YamlException e) {
      throw new ConfigException(source + ", " + e.getMessage(), e);
    }
    warnOfOthers();
  }

  /** Warns of the fields that nobody asked for; kubectl says nothing of them. */
  void warnOfOthers() {
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                source.warn(
                    field.line(), "field \"" + name + "\" of " + owner + " is not known, ignored");
              }
            });
  }

  /** The fields that were asked for. */
  Set<String> known() {
    return known;
  }

  private List<YamlNode> items(String name) {
    YamlNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof Sequence sequence) {
      return sequence.items();
    }
    throw error(value, name, "a list");
  }

  private Map<String, Field> named(String name) {
    return of(source, name + " of " + owner, valueOrNull(name)).named();
  }

  private Map<String, Field> named() {
    return mapping.fields();
  }

  private @Nullable YamlNode value(String name) {
    known.add(name);
    Field field = mapping.fields().get(name);
    return field == null || isNull(field.value()) ? null : field.value();
  }

  private YamlNode valueOrNull(String name) {
    YamlNode value = value(name);
    return value == null ? new Scalar("", Kind.NULL, line(), 0, 0) : value;
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  private ConfigException error(YamlNode value, String name, String wanted) {
    return source.error(value.line(), name + " of " + owner + " must be " + wanted);
  }
}
