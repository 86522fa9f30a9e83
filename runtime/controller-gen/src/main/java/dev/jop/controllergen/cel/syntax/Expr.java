package dev.jop.controllergen.cel.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression, with macros unfolded.
 *
 * <p>What is found out about a node (its type, its size) is kept beside it, by identity.
 */
public sealed interface Expr {

  /** Returns where in the text it is to be pointed at. */
  int offset();

  /** A constant; {@code value} is a String, byte[], Long, Double, Boolean, or null. */
  record Literal(CelType type, @Nullable Object value, int offset) implements Expr {}

  record Ident(String name, int offset) implements Expr {}

  /** A field of a value; with {@code test}, whether it is there. */
  record Select(Expr operand, String field, boolean test, int offset) implements Expr {}

  /** A function; operators too, by CEL's names for them. */
  record Call(String function, @Nullable Expr target, List<Expr> args, int offset)
      implements Expr {}

  /** A list; the elements at {@code optional} may turn out to be absent. */
  record ListOf(List<Expr> elements, Set<Integer> optional, int offset) implements Expr {}

  record MapOf(List<Entry> entries, int offset) implements Expr {}

  /** A Protobuf message. */
  record Message(String type, List<Field> fields, int offset) implements Expr {}

  /**
   * A loop over a list or a map.
   *
   * @param variable what an element, or its key if there is a second variable, is called
   * @param second what the value at the key is called
   * @param accumulator what the result so far is called
   */
  record Fold(
      Expr range,
      String variable,
      @Nullable String second,
      String accumulator,
      Expr start,
      Expr condition,
      Expr step,
      Expr result,
      int offset)
      implements Expr {}

  record Entry(Expr key, Expr value, boolean optional) {}

  record Field(String name, Expr value, boolean optional, int offset) {}
}
