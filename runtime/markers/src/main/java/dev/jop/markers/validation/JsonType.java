package dev.jop.markers.validation;

/** What a value is in JSON. */
public enum JsonType {
  /** Text. */
  STRING,
  /** A whole number. */
  INTEGER,
  /** Any number. */
  NUMBER,
  /** True or false. */
  BOOLEAN,
  /** An object; without {@link PreserveUnknownFields} it is empty. */
  OBJECT,
  /** A whole number or text, as a port is. */
  INT_OR_STRING
}
