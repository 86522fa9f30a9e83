package dev.jop.controllergen.cel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type of CEL's.
 *
 * @param kind what sort of type it is
 * @param name what it is called; the path from {@code self} for an object
 * @param parameters the types of elements, of keys and values, of what is optional
 */
record CelType(Kind kind, String name, List<CelType> parameters) {

  enum Kind {
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

  static final CelType BOOL = new CelType(Kind.BOOL, "bool", List.of());
  static final CelType BYTES = new CelType(Kind.BYTES, "bytes", List.of());
  static final CelType DOUBLE = new CelType(Kind.DOUBLE, "double", List.of());
  static final CelType DURATION = new CelType(Kind.DURATION, "duration", List.of());
  static final CelType DYN = new CelType(Kind.DYN, "dyn", List.of());
  static final CelType ERROR = new CelType(Kind.ERROR, "error", List.of());
  static final CelType INT = new CelType(Kind.INT, "int", List.of());
  static final CelType NULL = new CelType(Kind.NULL, "null", List.of());
  static final CelType STRING = new CelType(Kind.STRING, "string", List.of());
  static final CelType TIMESTAMP = new CelType(Kind.TIMESTAMP, "timestamp", List.of());
  static final CelType UINT = new CelType(Kind.UINT, "uint", List.of());

  CelType {
    parameters = List.copyOf(parameters);
  }

  static CelType listOf(CelType element) {
    return new CelType(Kind.LIST, "list", List.of(element));
  }

  static CelType mapOf(CelType key, CelType value) {
    return new CelType(Kind.MAP, "map", List.of(key, value));
  }

  static CelType object(String name) {
    return new CelType(Kind.OBJECT, name, List.of());
  }

  static CelType optional(CelType value) {
    return new CelType(Kind.OPAQUE, "optional_type", List.of(value));
  }

  static CelType typeOf(CelType type) {
    return new CelType(Kind.TYPE, "type", List.of(type));
  }

  static CelType parameter(String name) {
    return new CelType(Kind.PARAMETER, name, List.of());
  }

  boolean isDyn() {
    return kind == Kind.DYN;
  }

  boolean isOptional() {
    return kind == Kind.OPAQUE && name.equals("optional_type");
  }

  /** Returns the type inside an optional, or this one if it is none. */
  CelType orInside() {
    return isOptional() ? parameters.get(0) : this;
  }

  CelType withParameters(List<CelType> others) {
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
