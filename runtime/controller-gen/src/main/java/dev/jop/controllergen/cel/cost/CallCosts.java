package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.cost.CostedCall.Operand;
import dev.jop.controllergen.cel.cost.CostedCall.Price;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calls cost: those of CEL itself here, those of libraries beside. */
final class CallCosts {
  /** What it costs to look at one character. */
  static final double CHARACTER = 0.1;

  /** What one character of a regular expression adds for each character that it reads. */
  static final double REGEX_CHARACTER = 0.25;

  private final Sizes sizes;
  private final LibraryCosts library;

  CallCosts(Sizes sizes) {
    this.sizes = sizes;
    this.library = new LibraryCosts(sizes);
  }

  /** Returns what a call costs with its arguments, but without what stands before the dot. */
  Price price(CostedCall call) {
    Estimate args = call.args().stream().map(Operand::cost).reduce(Estimate.ZERO, Estimate::plus);
    Price own = ListCosts.price(call).or(() -> library.price(call)).orElse(null);
    if (own == null) {
      own = standard(call);
    }
    return switch (call.overload()) {
      case "logical_and", "logical_or" ->
          Price.of(new Estimate(call.arg(0).cost().min(), args.max()));
      case "conditional" ->
          new Price(
              call.arg(0).cost().plus(call.arg(1).cost().union(call.arg(2).cost())), own.size());
      default -> new Price(own.cost().plus(args), own.size());
    };
  }

  private Price standard(CostedCall call) {
    return switch (call.overload()) {
      case "string_format" -> Price.of(target(call).size().times(CHARACTER));
      case "string_to_bytes" -> {
        Estimate size = call.arg(0).size();
        yield new Price(
            size.times(CHARACTER), new Estimate(size.min(), Estimate.product(size.max(), 4)));
      }
      case "bytes_to_string" -> {
        Estimate size = call.arg(0).size();
        yield new Price(size.times(CHARACTER), new Estimate(size.min() / 4, size.max()));
      }
      case "strings_quote" -> {
        Estimate size = call.arg(0).size();
        long longest = Estimate.sum(Estimate.product(size.max(), 2), 2);
        yield new Price(size.times(CHARACTER), new Estimate(Estimate.sum(size.min(), 2), longest));
      }
      case "starts_with_string", "ends_with_string" ->
          Price.of(call.arg(0).size().times(CHARACTER));
      case "in_list" -> Price.of(call.arg(1).size());
      case "matches" -> matches(call.arg(0), call.arg(1));
      case "matches_string" -> matches(target(call), call.arg(0));
      case "contains_string" ->
          Price.of(target(call).size().times(CHARACTER).times(call.arg(0).size().times(CHARACTER)));
      case "conditional" -> conditional(call);
      case "add_string", "add_bytes", "add_list" -> sum(call);
      case "equals",
          "not_equals",
          "less_string",
          "less_equals_string",
          "greater_string",
          "greater_equals_string",
          "less_bytes",
          "less_equals_bytes",
          "greater_bytes",
          "greater_equals_bytes" ->
          comparison(call);
      default -> Price.of(Estimate.ONE);
    };
  }

  private static Operand target(CostedCall call) {
    return Optional.ofNullable(call.target()).orElseThrow();
  }

  private static Price matches(Operand text, Operand regex) {
    Estimate read = text.size().plus(Estimate.ONE).times(CHARACTER);
    return Price.of(read.times(regex.size().times(REGEX_CHARACTER)));
  }

  private Price conditional(CostedCall call) {
    noteEntries(call, call.arg(1), call.arg(2));
    return new Price(Estimate.ZERO, call.arg(1).size().union(call.arg(2).size()));
  }

  private Price sum(CostedCall call) {
    Estimate size = call.arg(0).size().plus(call.arg(1).size());
    noteEntries(call, call.arg(0), call.arg(1));
    boolean list = call.overload().equals("add_list");
    return new Price(list ? Estimate.ONE : size.times(CHARACTER), size);
  }

  private void noteEntries(CostedCall call, Operand one, Operand other) {
    Sizes.@Nullable Entries a = sizes.entries(one.expr()).orElse(null);
    Sizes.@Nullable Entries b = sizes.entries(other.expr()).orElse(null);
    if (a != null && b != null) {
      sizes.noteEntries(
          call.expr(),
          new Sizes.Entries(a.list(), a.key().union(b.key()), a.value().union(b.value())));
    }
  }

  private static Price comparison(CostedCall call) {
    long shorter = Math.min(call.arg(0).size().max(), call.arg(1).size().max());
    return Price.of(new Estimate(shorter > 0 ? 1 : 0, shorter).times(CHARACTER));
  }
}
