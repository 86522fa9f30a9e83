package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.cost.CostedCall.Price;
import dev.jop.controllergen.cel.syntax.Expr;

/** What functions cost that make strings of strings, and how large their results get. */
final class TextCosts {
  private static final double CHARACTER = CallCosts.CHARACTER;

  private TextCosts() {}

  static Price replace(CostedCall call, Estimate size) {
    Estimate from = call.arg(0).size();
    Estimate to = call.arg(1).size();
    long longest = longest(size.max(), from.min(), to.max());
    long shortest = shortest(size.min(), from.max(), to.min());
    return new Price(size.times(2 * CHARACTER), new Estimate(shortest, longest));
  }

  /** Returns the size if the shortest parts are replaced, as often as can be, by the longest. */
  private static long longest(long size, long from, long to) {
    if (from == 0) {
      return everywhere(size, to);
    }
    return to <= from ? size : Estimate.product(times(size, from), to);
  }

  /** Returns the size if the longest parts are replaced, as often as can be, by the shortest. */
  private static long shortest(long size, long from, long to) {
    if (from == 0) {
      return everywhere(size, to);
    }
    return from <= to ? size : Estimate.product(times(size, from), to);
  }

  /** Returns the size with an insertion before each character and at the end. */
  private static long everywhere(long size, long inserted) {
    return Estimate.sum(Estimate.product(Estimate.sum(size, 1), inserted), size);
  }

  private static long times(long size, long part) {
    return (long) Math.ceil((double) size / part);
  }

  static Price split(CostedCall call, Estimate size) {
    long most = size.max();
    if (call.args().size() > 1
        && call.arg(1).expr() instanceof Expr.Literal literal
        && literal.value() instanceof Long limit) {
      most = limit < 0 ? Long.MAX_VALUE : limit;
    }
    return new Price(size.times(2 * CHARACTER), new Estimate(0, most));
  }

  static Price join(CostedCall call, Estimate count, Estimate elements) {
    Estimate size = elements;
    if (!call.args().isEmpty()) {
      Estimate gaps = new Estimate(Math.max(0, count.min() - 1), Math.max(0, count.max() - 1));
      size = size.plus(call.arg(0).size().times(gaps));
    }
    return new Price(size.times(CHARACTER), size);
  }

  static Price find(CostedCall call, Estimate size) {
    Estimate read = size.plus(Estimate.ONE).times(CHARACTER);
    Estimate regex = call.arg(0).size().times(CallCosts.REGEX_CHARACTER);
    return new Price(read.times(regex), new Estimate(0, size.max()));
  }
}
