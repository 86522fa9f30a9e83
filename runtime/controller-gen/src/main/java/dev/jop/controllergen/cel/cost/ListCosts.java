package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.cost.CostedCall.Operand;
import dev.jop.controllergen.cel.cost.CostedCall.Price;
import dev.jop.controllergen.cel.syntax.Expr;
import java.util.Optional;

/** What the functions of CEL's extensions for lists and sets cost. */
final class ListCosts {
  private static final Estimate NEW_LIST = Estimate.of(11);

  private ListCosts() {}

  /** Returns what a call costs, if it is one of these functions. */
  static Optional<Price> price(CostedCall call) {
    String overload = call.overload();
    Operand target = call.target();
    if (overload.startsWith("list_sets_")) {
      Estimate pairs = call.arg(0).size().times(call.arg(1).size());
      double factor = overload.contains("equivalent") ? 2 : 1;
      return Optional.of(Price.of(pairs.times(factor).plus(Estimate.ONE)));
    }
    if (overload.equals("lists_range")) {
      return Optional.of(list(1, Estimate.of(number(call.arg(0), Long.MAX_VALUE))));
    }
    if (target == null) {
      return Optional.empty();
    }
    Estimate size = target.size();
    return switch (call.function()) {
      case "slice" -> Optional.of(slice(call, size));
      case "flatten" -> {
        long depth = call.args().isEmpty() ? 1 : number(call.arg(0), Long.MAX_VALUE);
        yield Optional.of(list((double) depth, size));
      }
      case "reverse" -> Optional.of(list(1, size));
      case "distinct" -> Optional.of(list(2, size.times(size)));
      case "sort" -> Optional.of(sort(overload, size));
      case "@sortByAssociatedKeys" -> Optional.of(sort(overload, call.arg(0).size()));
      default -> Optional.empty();
    };
  }

  private static Price slice(CostedCall call, Estimate size) {
    long start = number(call.arg(0), 0);
    long end = number(call.arg(1), size.max());
    return list(1, Estimate.of(end < start ? Long.MAX_VALUE : end - start));
  }

  private static Price sort(String overload, Estimate size) {
    boolean text = overload.startsWith("list_string_") || overload.startsWith("list_bytes_");
    return list(text ? 2 + CallCosts.CHARACTER : 2, size.times(size));
  }

  private static Price list(double factor, Estimate size) {
    return new Price(size.times(factor).plus(NEW_LIST), size);
  }

  private static long number(Operand operand, long otherwise) {
    return operand.expr() instanceof Expr.Literal literal && literal.value() instanceof Long value
        ? Math.max(0, value)
        : otherwise;
  }
}
