package dev.jop.controllergen.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON as a tree of maps, lists and scalars.
 *
 * <p>It is small and quick to load, which matters since it runs inside the compiler. There is no
 * null in what it reads, since no schema and no default has one.
 */
public final class JsonText {
  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * Returns the value; whole numbers are Long, others BigDecimal.
   *
   * @throws IllegalArgumentException if the text is not JSON, or has a null
   */
  public static Object parse(String text) {
    JsonText reader = new JsonText(text);
    Object value = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  /** Returns a tree as JSON without spaces. */
  public static String write(Object tree) {
    StringBuilder out = new StringBuilder();
    write(tree, out);
    return out.toString();
  }

  private static void write(Object tree, StringBuilder out) {
    if (tree instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before);
        quote(String.valueOf(entry.getKey()), out);
        out.append(':');
        write(entry.getValue(), out);
        before = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (tree instanceof List<?> list) {
      String before = "[";
      for (Object item : list) {
        out.append(before);
        write(item, out);
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (tree instanceof String text) {
      quote(text, out);
    } else {
      out.append(tree);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private Object value() {
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> entries = new LinkedHashMap<>();
    take('{');
    while (peek() != '}') {
      String name = string();
      take(':');
      if (entries.put(name, value()) != null) {
        throw new IllegalArgumentException("has " + name + " twice");
      }
      separator('}');
    }
    take('}');
    return entries;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    take('[');
    while (peek() != ']') {
      items.add(value());
      separator(']');
    }
    take(']');
    return items;
  }

  /** A comma, unless the end is there; none before the end. */
  private void separator(char end) {
    if (peek() != end) {
      take(',');
      if (peek() == end) {
        throw unexpected();
      }
    }
  }

  private String string() {
    take('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw unexpected();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    if (at >= text.length()) {
      throw unexpected();
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unexpected();
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw unexpected();
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int begin = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(begin, at);
    if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      at = begin;
      throw unexpected();
    }
    return digits.matches("-?[0-9]{1,18}")
        ? (Object) Long.valueOf(digits)
        : normal(new BigDecimal(digits));
  }

  private static Object normal(BigDecimal number) {
    boolean isLong =
        number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < 64;
    return isLong ? (Object) number.longValueExact() : number;
  }

  private void take(char expected) {
    if (peek() != expected) {
      throw unexpected();
    }
    at++;
  }

  private char peek() {
    skipSpace();
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        at < text.length()
            ? "unexpected " + text.substring(at, Math.min(at + 10, text.length()))
            : "it ends too early");
  }
}
