package dev.jop.controllergen.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes one YAML document in the layout of Kubernetes manifests: block style, sorted keys, list
 * items as deep as their key, quotes only where a reader would take the text for something else.
 *
 * <p>A tree consists of maps with string keys, lists, strings, numbers and booleans. The same tree
 * gives the same bytes.
 */
public final class YamlWriter {
  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** Returns the document, with {@code ---} above it and a line break at its end. */
  public static String write(Map<String, ?> tree) {
    YamlWriter writer = new YamlWriter();
    writer.out.append("---\n");
    writer.map(tree, 0, true);
    return writer.out.toString();
  }

  /**
   * Writes entries; the first stands at the end of the current line if that is already indented.
   */
  private void map(Map<String, ?> map, int indent, boolean indentFirst) {
    Map<String, Object> sorted = new TreeMap<>(new NaturalOrder());
    sorted.putAll(map);
    boolean first = true;
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      if (!first || indentFirst) {
        out.append(" ".repeat(indent));
      }
      first = false;
      String key = Scalar.key(entry.getKey());
      out.append(key).append(':');
      afterKey(entry.getValue(), indent, indent + key.length() + 1);
    }
  }

  private void afterKey(Object value, int indent, int column) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('\n');
      map(entries(map), indent + 2, true);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      out.append('\n');
      list(list, indent, true);
    } else {
      out.append(' ').append(scalar(value, indent + 2, column + 1)).append('\n');
    }
  }

  private void list(List<?> list, int indent, boolean indentFirst) {
    boolean first = true;
    for (Object item : list) {
      if (!first || indentFirst) {
        out.append(" ".repeat(indent));
      }
      first = false;
      out.append("- ");
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        map(entries(map), indent + 2, false);
      } else if (item instanceof List<?> nested && !nested.isEmpty()) {
        list(nested, indent + 2, false);
      } else {
        out.append(scalar(item, indent + 2, indent + 2)).append('\n');
      }
    }
  }

  private static String scalar(Object value, int indent, int column) {
    if (value instanceof Map) {
      return "{}";
    }
    if (value instanceof List) {
      return "[]";
    }
    if (value instanceof String text) {
      return Scalar.value(text, indent, column);
    }
    if (value instanceof BigDecimal number) {
      return decimal(number);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException("cannot write a " + value.getClass().getName() + " as YAML");
  }

  /** With an exponent where Go writes one. */
  private static String decimal(BigDecimal number) {
    int magnitude = number.precision() - number.scale() - 1;
    if (number.signum() == 0 || (magnitude >= -6 && magnitude < 21)) {
      return number.toPlainString();
    }
    BigDecimal digits = number.stripTrailingZeros();
    BigDecimal mantissa = new BigDecimal(digits.unscaledValue(), digits.precision() - 1);
    return mantissa.toPlainString()
        + (magnitude < 0 ? "e-" : "e+")
        + (Math.abs(magnitude) < 10 ? "0" : "")
        + Math.abs(magnitude);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> entries(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }
}
