package dev.jop.controllergen.cel.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type of CEL's.
 *
 * @param kind what sort of type it is
 * @param name what it is called; the path from {@code self} for an object
 * @param parameters the types of elements, of keys and values, of what is optional
 */
public record CelType(Kind kind, String name, List<CelType> parameters) {

  public enum Kind {
    BOOL,
    BYTES,
    DOUBLE,
    DURATION,
    INT,
    NULL,
    STRING,
    TIMESTAMP,
    UINT,
    LIST,
    MAP,
    /** An object with known fields, or one of Kubernetes' types such as a quantity. */
    OBJECT,
    /** A type that nothing is known of inside, such as an optional or an IP. */
    OPAQUE,
    /** The type of types. */
    TYPE,
    /** Known only when the rule is run. */
    DYN,
    /** A variable that stands for a type. */
    PARAMETER,
    /** What has been found wrong already; it fits everywhere, so that one fault makes no others. */
    ERROR
  }

  public static final CelType BOOL = new CelType(Kind.BOOL, "bool", List.of());
  public static final CelType BYTES = new CelType(Kind.BYTES, "bytes", List.of());
  public static final CelType DOUBLE = new CelType(Kind.DOUBLE, "double", List.of());
  public static final CelType DURATION = new CelType(Kind.DURATION, "duration", List.of());
  public static final CelType DYN = new CelType(Kind.DYN, "dyn", List.of());
  public static final CelType ERROR = new CelType(Kind.ERROR, "error", List.of());
  public static final CelType INT = new CelType(Kind.INT, "int", List.of());
  public static final CelType NULL = new CelType(Kind.NULL, "null", List.of());
  public static final CelType STRING = new CelType(Kind.STRING, "string", List.of());
  public static final CelType TIMESTAMP = new CelType(Kind.TIMESTAMP, "timestamp", List.of());
  public static final CelType UINT = new CelType(Kind.UINT, "uint", List.of());

  public CelType {
    parameters = List.copyOf(parameters);
  }

  public static CelType listOf(CelType element) {
    return new CelType(Kind.LIST, "list", List.of(element));
  }

  public static CelType mapOf(CelType key, CelType value) {
    return new CelType(Kind.MAP, "map", List.of(key, value));
  }

  public static CelType object(String name) {
    return new CelType(Kind.OBJECT, name, List.of());
  }

  public static CelType optional(CelType value) {
    return new CelType(Kind.OPAQUE, "optional_type", List.of(value));
  }

  public static CelType typeOf(CelType type) {
    return new CelType(Kind.TYPE, "type", List.of(type));
  }

  public static CelType parameter(String name) {
    return new CelType(Kind.PARAMETER, name, List.of());
  }

  public boolean isDyn() {
    return kind == Kind.DYN;
  }

  public boolean isOptional() {
    return kind == Kind.OPAQUE && name.equals("optional_type");
  }

  /** Returns the type inside an optional, or this one if it is none. */
  public CelType orInside() {
    return isOptional() ? parameters.get(0) : this;
  }

  public CelType withParameters(List<CelType> others) {
    return new CelType(kind, name, others);
  }

  /** Returns the word for it in messages. */
  @Override
  public String toString() {
    return parameters.isEmpty()
        ? name
        : parameters.stream()
            .map(CelType::toString)
            .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
