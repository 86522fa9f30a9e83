package dev.jop.controllergen.schema;

/** The kind of value that a schema describes. */
public enum SchemaType {
  OBJECT("object"),
  ARRAY("array"),
  STRING("string"),
  INTEGER("integer"),
  NUMBER("number"),
  BOOLEAN("boolean"),
  /** An integer or a string, as a port or a quantity is; it has no {@code type} of its own. */
  INT_OR_STRING("integer or string"),
  /** Any value; it has no {@code type} either, and its content is kept as it is. */
  ANY("any");

  private final String word;

  SchemaType(String word) {
    this.word = word;
  }

  /** Returns the word for it in OpenAPI and in messages. */
  @Override
  public String toString() {
    return word;
  }
}
