package dev.jop.controllergen.cel.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Converts constants between CEL's types, as far as is needed to see whether it is possible.
 *
 * <p>An int is a Long, a uint a BigInteger; what is as long as the value does not matter is left
 * out, such as the text of a double.
 */
final class Conversion {
  /** Stands for {@code null}, which cannot be converted to anything. */
  static final Object NULL = new Object();

  private static final BigInteger MAX_UINT = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger MAX_INT = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_INT = BigInteger.valueOf(Long.MIN_VALUE);
  private static final Set<String> BOOLS =
      Set.of("1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False");
  private static final Pattern INT = Pattern.compile("[+-]?\\d+");
  private static final Pattern UINT = Pattern.compile("\\d+");
  private static final String DIGITS = "\\d+(?:_\\d+)*";
  private static final Pattern DOUBLE =
      Pattern.compile(
          "[+-]?(?:(?:%1$s\\.?(?:%1$s)?|\\.%1$s)(?:[eE][+-]?%1$s)?".formatted(DIGITS)
              + "|0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?\\d+)");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[+-]?(?:inf|infinity)|nan", Pattern.CASE_INSENSITIVE);

  private Conversion() {}

  /** Returns the converted value, or nothing if the value cannot be converted. */
  static Optional<Object> of(String function, Object value) {
    if (value == NULL) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return ofText(function, text);
    }
    return switch (function) {
      case "int" -> value instanceof Long ? Optional.of(value) : whole(value, MIN_INT, MAX_INT);
      case "uint" -> whole(value, BigInteger.ZERO, MAX_UINT);
      case "double" -> Optional.of(((Number) value).doubleValue());
      case "string" ->
          value instanceof byte[] bytes ? decoded(bytes) : Optional.of(value.toString());
      case "timestamp" -> Times.timestamp(((Number) value).longValue());
      default -> Optional.of(value);
    };
  }

  private static Optional<Object> ofText(String function, String text) {
    return switch (function) {
      case "bool" -> Optional.<Object>of(text).filter(BOOLS::contains);
      case "int" -> whole(text, INT, MIN_INT, MAX_INT);
      case "uint" -> whole(text, UINT, BigInteger.ZERO, MAX_UINT);
      case "double" -> decimal(text);
      case "timestamp" -> Times.timestamp(text);
      case "duration" -> Times.duration(text);
      case "bytes" -> Optional.of(text.getBytes(StandardCharsets.UTF_8));
      default -> Optional.of(text);
    };
  }

  private static Optional<Object> whole(
      String text, Pattern pattern, BigInteger least, BigInteger most) {
    return pattern.matcher(text).matches()
        ? whole(new BigInteger(text.startsWith("+") ? text.substring(1) : text), least, most)
        : Optional.empty();
  }

  private static Optional<Object> whole(Object value, BigInteger least, BigInteger most) {
    BigInteger whole;
    if (value instanceof Double number) {
      if (number.isNaN() || number.isInfinite() || (number < 0 && least.signum() == 0)) {
        return Optional.empty();
      }
      whole = new BigDecimal(number).toBigInteger();
    } else {
      whole = value instanceof BigInteger big ? big : BigInteger.valueOf((Long) value);
    }
    if (whole.compareTo(least) < 0 || whole.compareTo(most) > 0) {
      return Optional.empty();
    }
    return Optional.of(most.equals(MAX_INT) ? (Object) whole.longValue() : whole);
  }

  private static Optional<Object> decimal(String text) {
    if (NO_NUMBER.matcher(text).matches()) {
      return Optional.of(Double.NaN);
    }
    return DOUBLE.matcher(text).matches()
        ? Optional.<Object>of(Double.valueOf(text.replace("_", "")))
            .filter(value -> !((Double) value).isInfinite())
        : Optional.empty();
  }

  private static Optional<Object> decoded(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException wrong) {
      return Optional.empty();
    }
  }
}
