package dev.jop.controllergen.cel.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unfolds a macro that walks over a list or a map. */
public final class Loop {
  /** What the result so far is called. */
  public static final String ACCUMULATOR = "@result";

  /** What it was called in early versions; no variable can have the name since. */
  private static final String OLD_ACCUMULATOR = "__result__";

  private final Expr.Call call;
  private final List<Expr> args;
  private final int variables;
  private final int offset;

  private Loop(Expr.Call call, int variables) {
    this.call = call;
    this.args = call.args();
    this.variables = variables;
    this.offset = call.offset();
  }

  /** Returns the loop that a call with one or two variables unfolds to. */
  static Expr over(Expr range, int variables, Expr.Call call) {
    return new Loop(call, variables).unfold(range);
  }

  private Expr unfold(Expr range) {
    String first = variable(0);
    String second = variables == 2 ? variable(1) : null;
    if (first.equals(second)) {
      throw new SyntaxException(args.get(1).offset(), "both variables are called " + second);
    }
    return switch (call.function()) {
      case "all" ->
          fold(
              range, first, second, bool(true), goesOn(accumulator()), both("_&&_"), accumulator());
      case "exists" ->
          fold(
              range,
              first,
              second,
              bool(false),
              goesOn(call("!_", accumulator())),
              both("_||_"),
              accumulator());
      case "exists_one", "existsOne" ->
          fold(range, first, second, number(0), bool(true), count(), isOne());
      default -> fold(range, first, second, start(), bool(true), filtered(first), accumulator());
    };
  }

  private Expr fold(
      Expr range,
      String first,
      @Nullable String second,
      Expr start,
      Expr condition,
      Expr step,
      Expr result) {
    return new Expr.Fold(range, first, second, ACCUMULATOR, start, condition, step, result, offset);
  }

  private String variable(int index) {
    Expr arg = args.get(index);
    if (!(arg instanceof Expr.Ident variable)) {
      throw new SyntaxException(arg.offset(), "must be the name of a variable");
    }
    if (variable.name().equals(OLD_ACCUMULATOR)) {
      throw new SyntaxException(arg.offset(), "no variable may have this name");
    }
    return variable.name();
  }

  private Expr goesOn(Expr condition) {
    return call("@not_strictly_false", condition);
  }

  private Expr both(String function) {
    return call(function, accumulator(), args.get(variables));
  }

  private Expr count() {
    Expr more = call("_+_", accumulator(), number(1));
    return call("_?_:_", args.get(variables), more, accumulator());
  }

  private Expr isOne() {
    return call("_==_", accumulator(), number(1));
  }

  private Expr start() {
    return call.function().startsWith("transformMap")
        ? new Expr.MapOf(List.of(), offset)
        : new Expr.ListOf(List.of(), Set.of(), offset);
  }

  /** Returns the step of a loop that may leave elements out. */
  private Expr filtered(String first) {
    boolean onlyFilters = call.function().equals("filter");
    boolean filters = onlyFilters || args.size() == variables + 2;
    Expr step = grown(first, onlyFilters ? args.get(0) : args.get(args.size() - 1));
    return filters ? call("_?_:_", args.get(variables), step, accumulator()) : step;
  }

  private Expr grown(String first, Expr element) {
    return switch (call.function()) {
      case "transformMap" ->
          call("cel.@mapInsert", accumulator(), new Expr.Ident(first, offset), element);
      case "transformMapEntry" -> call("cel.@mapInsert", accumulator(), element);
      default -> call("_+_", accumulator(), new Expr.ListOf(List.of(element), Set.of(), offset));
    };
  }

  private Expr call(String function, Expr... arguments) {
    return new Expr.Call(function, null, List.of(arguments), offset);
  }

  private Expr accumulator() {
    return new Expr.Ident(ACCUMULATOR, offset);
  }

  private Expr bool(boolean value) {
    return new Expr.Literal(CelType.BOOL, value, offset);
  }

  private Expr number(long value) {
    return new Expr.Literal(CelType.INT, value, offset);
  }
}
