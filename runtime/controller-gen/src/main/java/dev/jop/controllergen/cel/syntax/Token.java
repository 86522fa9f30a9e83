package dev.jop.controllergen.cel.syntax;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text the word as it stands in the expression
 * @param offset where it begins
 */
record Token(Kind kind, String text, int offset) {

  enum Kind {
    NAME,
    INT,
    UINT,
    DOUBLE,
    STRING,
    BYTES,
    /** One of {@code true}, {@code false} and {@code null}. */
    WORD,
    /** An operator or a bracket; {@code in} too. */
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isNumber() {
    return kind == Kind.INT || kind == Kind.DOUBLE;
  }

  /** Returns the word for it in messages. */
  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
