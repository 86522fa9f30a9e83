package dev.jop.controllergen.cel.syntax;

import java.math.BigInteger;
import java.util.Optional;

/** Reads constants. */
final class Literals {
  private static final BigInteger MAX_UINT = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger MAX_INT = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_INT = BigInteger.valueOf(Long.MIN_VALUE);

  private Literals() {}

  /** Returns the constant that a word stands for, if it does; only numbers have a sign. */
  static Optional<Expr> of(Token token, boolean negative) {
    int offset = token.offset();
    if (negative && token.kind() != Token.Kind.INT && token.kind() != Token.Kind.DOUBLE) {
      return Optional.empty();
    }
    return switch (token.kind()) {
      case INT -> Optional.of(integer(token, negative));
      case UINT -> Optional.of(unsigned(token));
      case DOUBLE -> Optional.of(decimal(token, negative));
      case STRING -> Optional.of(new Expr.Literal(CelType.STRING, Quoted.string(token), offset));
      case BYTES -> Optional.of(new Expr.Literal(CelType.BYTES, Quoted.bytes(token), offset));
      case WORD ->
          Optional.of(
              token.text().equals("null")
                  ? new Expr.Literal(CelType.NULL, null, offset)
                  : new Expr.Literal(CelType.BOOL, token.text().equals("true"), offset));
      case NAME, SYMBOL, END -> Optional.empty();
    };
  }

  private static Expr integer(Token token, boolean negative) {
    BigInteger value = number(token.text());
    BigInteger signed = negative ? value.negate() : value;
    if (signed.compareTo(MAX_INT) > 0 || signed.compareTo(MIN_INT) < 0) {
      throw new SyntaxException(token.offset(), "no int is as large as that");
    }
    return new Expr.Literal(CelType.INT, signed.longValue(), token.offset());
  }

  private static Expr unsigned(Token token) {
    BigInteger value = number(token.text().substring(0, token.text().length() - 1));
    if (value.compareTo(MAX_UINT) > 0) {
      throw new SyntaxException(token.offset(), "no uint is as large as that");
    }
    return new Expr.Literal(CelType.UINT, value, token.offset());
  }

  private static BigInteger number(String text) {
    return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
  }

  private static Expr decimal(Token token, boolean negative) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw new SyntaxException(token.offset(), "no double is as large as that");
    }
    return new Expr.Literal(CelType.DOUBLE, negative ? -value : value, token.offset());
  }
}
