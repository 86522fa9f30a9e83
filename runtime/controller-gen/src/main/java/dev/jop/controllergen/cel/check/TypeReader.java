package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.cel.syntax.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the types in {@code functions.txt}. */
final class TypeReader {
  private static final Map<String, CelType> SIMPLE =
      Map.ofEntries(
          Map.entry("bool", CelType.BOOL),
          Map.entry("bytes", CelType.BYTES),
          Map.entry("double", CelType.DOUBLE),
          Map.entry("duration", CelType.DURATION),
          Map.entry("dyn", CelType.DYN),
          Map.entry("int", CelType.INT),
          Map.entry("string", CelType.STRING),
          Map.entry("timestamp", CelType.TIMESTAMP),
          Map.entry("uint", CelType.UINT));

  private final String text;
  private int at;

  private TypeReader(String text) {
    this.text = text;
  }

  static CelType type(String text) {
    return new TypeReader(text).next();
  }

  static List<CelType> list(String text) {
    return text.isEmpty() ? List.of() : new TypeReader(text).sequence();
  }

  private List<CelType> sequence() {
    List<CelType> types = new ArrayList<>();
    types.add(next());
    while (text.startsWith(", ", at)) {
      at += 2;
      types.add(next());
    }
    return types;
  }

  private CelType next() {
    int start = at;
    while (at < text.length() && "(,)".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at);
    if (!text.startsWith("(", at)) {
      return simple(name);
    }
    at++;
    List<CelType> parameters = sequence();
    at++;
    return switch (name) {
      case "list" -> CelType.listOf(parameters.get(0));
      case "map" -> CelType.mapOf(parameters.get(0), parameters.get(1));
      case "optional_type" -> CelType.optional(parameters.get(0));
      case "type" -> CelType.typeOf(parameters.get(0));
      default -> throw new IllegalStateException("unknown type in " + text);
    };
  }

  private static CelType simple(String name) {
    CelType known = SIMPLE.get(name);
    if (known != null) {
      return known;
    }
    if (name.length() == 1) {
      return CelType.parameter(name);
    }
    return name.startsWith("net.")
        ? new CelType(CelType.Kind.OPAQUE, name, List.of())
        : CelType.object(name);
  }
}
