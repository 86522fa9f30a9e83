package dev.jop.controllergen.cel.syntax;

import java.util.List;
import java.util.Set;

/**
 * Unfolds the calls that are no functions: {@code has}, the loops, and what works on optionals.
 *
 * <p>What they unfold to decides what they cost, so it is the same as in the API server.
 */
final class Macros {
  private static final String UNUSED = "#unused";
  private static final String SORTED = "@__sortBy_input__";

  private Macros() {}

  /** Returns the call, or what it unfolds to. */
  static Expr unfold(Expr.Call call) {
    Expr target = call.target();
    String key = call.function() + "/" + call.args().size();
    if (target == null) {
      return key.equals("has/1") ? has(call) : call;
    }
    return switch (key) {
      case "all/2", "exists/2", "exists_one/2", "map/2", "map/3", "filter/2" ->
          Loop.over(target, 1, call);
      case "all/3",
          "exists/3",
          "exists_one/3",
          "existsOne/3",
          "transformList/3",
          "transformList/4",
          "transformMap/3",
          "transformMap/4",
          "transformMapEntry/3",
          "transformMapEntry/4" ->
          Loop.over(target, 2, call);
      case "optMap/2" -> ifPresent(target, call, true);
      case "optFlatMap/2" -> ifPresent(target, call, false);
      case "sortBy/2" -> sortBy(target, call);
      default -> call;
    };
  }

  private static Expr has(Expr.Call call) {
    Expr argument = call.args().get(0);
    if (argument instanceof Expr.Select select && !select.test()) {
      return new Expr.Select(select.operand(), select.field(), true, select.offset());
    }
    throw new SyntaxException(argument.offset(), "has() needs a field, as in has(self.spec)");
  }

  /** Turns {@code o.optMap(v, e)} into {@code o.hasValue() ? optional.of(e) : optional.none()}. */
  private static Expr ifPresent(Expr target, Expr.Call call, boolean wrap) {
    int offset = call.offset();
    if (!(call.args().get(0) instanceof Expr.Ident variable)) {
      throw new SyntaxException(call.args().get(0).offset(), "must be the name of a variable");
    }
    Expr value = new Expr.Call("value", target, List.of(), offset);
    Expr mapped = bind(variable.name(), value, call.args().get(1), offset);
    Expr none = new Expr.Call("optional.none", null, List.of(), offset);
    return new Expr.Call(
        "_?_:_",
        null,
        List.of(
            new Expr.Call("hasValue", target, List.of(), offset),
            wrap ? new Expr.Call("optional.of", null, List.of(mapped), offset) : mapped,
            none),
        offset);
  }

  private static Expr sortBy(Expr target, Expr.Call call) {
    int offset = call.offset();
    if (target instanceof Expr.Literal || target instanceof Expr.MapOf) {
      throw new SyntaxException(target.offset(), "sortBy() needs a list");
    }
    Expr keys =
        Loop.over(
            new Expr.Ident(SORTED, offset), 1, new Expr.Call("map", target, call.args(), offset));
    Expr sorted =
        new Expr.Call(
            "@sortByAssociatedKeys", new Expr.Ident(SORTED, offset), List.of(keys), offset);
    return bind(SORTED, target, sorted, offset);
  }

  /** Gives a value a name in an expression: a loop that never turns. */
  private static Expr bind(String variable, Expr value, Expr in, int offset) {
    return new Expr.Fold(
        new Expr.ListOf(List.of(), Set.of(), offset),
        UNUSED,
        null,
        variable,
        value,
        new Expr.Literal(CelType.BOOL, false, offset),
        new Expr.Ident(variable, offset),
        in,
        offset);
  }
}
