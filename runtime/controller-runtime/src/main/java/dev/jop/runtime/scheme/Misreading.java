package dev.jop.runtime.scheme;

import dev.jop.runtime.internal.text.Printable;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which field of which object does not fit its Java type, and why. */
final class Misreading {

  private static final int LONGEST_VALUE = 60;

  private Misreading() {}

  /**
   * The exception for a failed reading.
   *
   * @param kind what was to be read
   * @param tree gives all that was there, if it is JSON
   */
  static CodecException of(String kind, Supplier<JsonNode> tree, JacksonException e) {
    boolean syntax = e instanceof StreamReadException && !(e instanceof InputCoercionException);
    if (syntax) {
      return new CodecException("cannot read " + kind + ": " + reason(e), e);
    }
    JsonNode root;
    try {
      root = tree.get();
    } catch (JacksonException broken) { // further on
      return new CodecException("cannot read " + kind + ": " + reason(broken), broken);
    }
    return new CodecException(
        "cannot read " + kind + name(root.path("metadata")) + ": " + fault(root, e), e);
  }

  private static String name(JsonNode metadata) {
    String name = metadata.path("name").asString("");
    String namespace = metadata.path("namespace").asString("");
    String key = namespace.isEmpty() ? name : namespace + "/" + name;
    return key.isEmpty() ? "" : " " + Printable.of(key);
  }

  private static String fault(JsonNode root, JacksonException e) {
    FieldPath path = FieldPath.of(e);
    JsonNode value = root;
    for (JacksonException.Reference step : e.getPath()) {
      String field = step.getPropertyName();
      value = field == null ? value.path(step.getIndex()) : value.path(field);
    }
    String what = brief(value);
    String where = path.equals(FieldPath.ROOT) ? what : path + ": " + what;
    Class<?> expected = expected(e);
    return expected != null && !value.isMissingNode()
        ? where + " is no " + name(expected)
        : path.equals(FieldPath.ROOT) ? reason(e) : where + ": " + reason(e);
  }

  /** A value as it may stand in a message. */
  static String brief(JsonNode value) {
    if (value.isContainer() && !value.isEmpty()) {
      return value.isArray() ? "[…]" : "{…}";
    }
    String json = value.toString();
    return Printable.of(
        json.length() > LONGEST_VALUE ? json.substring(0, LONGEST_VALUE) + "…" : json);
  }

  private static @Nullable Class<?> expected(JacksonException e) {
    if (e instanceof MismatchedInputException mismatch) {
      return mismatch.getTargetType();
    }
    return e instanceof InputCoercionException overflow ? overflow.getTargetType() : null;
  }

  private static String name(Class<?> type) {
    if (Collection.class.isAssignableFrom(type)) {
      return "List";
    }
    return Map.class.isAssignableFrom(type) ? "Map" : type.getSimpleName();
  }

  /** What Jackson says, without the advice on its configuration. */
  static String reason(JacksonException e) {
    Throwable cause = e.getCause();
    String text =
        cause == null || cause.getMessage() == null || cause instanceof JacksonException
            ? e.getOriginalMessage()
            : cause.getMessage();
    return Printable.of(text.replaceFirst(" \\(but (could|might).*", ""));
  }
}
