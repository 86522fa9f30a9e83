package dev.jop.controllergen.cel;

import dev.jop.controllergen.cel.syntax.Expr;
import dev.jop.controllergen.cel.syntax.Parser;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the shape of an expression: every operator and every loop as a call. */
final class Shown {

  private Shown() {}

  static String of(String expression) {
    return of(Parser.parse(expression));
  }

  private static String of(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value() instanceof String text ? "'" + text + "'" : "" + literal.value();
    }
    if (expr instanceof Expr.Ident ident) {
      return ident.name();
    }
    if (expr instanceof Expr.Select select) {
      String shown = of(select.operand()) + "." + select.field();
      return select.test() ? "has(" + shown + ")" : shown;
    }
    if (expr instanceof Expr.Call call) {
      String target = call.target() == null ? "" : of(call.target()) + ".";
      return target + call.function() + all(call.args());
    }
    if (expr instanceof Expr.ListOf list) {
      return "list" + all(list.elements());
    }
    if (expr instanceof Expr.MapOf map) {
      return "map"
          + all(map.entries().stream().flatMap(e -> Stream.of(e.key(), e.value())).toList());
    }
    if (expr instanceof Expr.Fold fold) {
      String variables = fold.variable() + (fold.second() == null ? "" : "+" + fold.second());
      return "fold "
          + variables
          + all(List.of(fold.range(), fold.start(), fold.condition(), fold.step(), fold.result()));
    }
    return ((Expr.Message) expr).type() + "{}";
  }

  private static String all(List<Expr> exprs) {
    return exprs.stream().map(Shown::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
