package dev.jop.controllergen.cel.cost;

import dev.jop.controllergen.cel.cost.CostedCall.Operand;
import dev.jop.controllergen.cel.cost.CostedCall.Price;
import dev.jop.controllergen.cel.syntax.CelType.Kind;
import java.util.Optional;

/**
 * What the functions of Kubernetes' libraries cost, and those of CEL's strings, for which
 * Kubernetes has prices of its own (apiserver's {@code cel/library/cost.go}).
 */
final class LibraryCosts {
  private static final double CHARACTER = CallCosts.CHARACTER;
  private static final Estimate ADDRESS = new Estimate(4, 16);
  private static final Estimate FORMAT = new Estimate(1, 64);
  private static final long FORMAT_REGEX = 128;

  private final Sizes sizes;

  LibraryCosts(Sizes sizes) {
    this.sizes = sizes;
  }

  /** Returns what a call costs, if it is one of these functions. */
  Optional<Price> price(CostedCall call) {
    Operand target = call.target();
    Optional<Price> price = target == null ? Optional.empty() : member(call, target);
    return price.or(() -> any(call));
  }

  private Optional<Price> member(CostedCall call, Operand target) {
    Estimate size = target.size();
    return switch (call.function()) {
      case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
          Optional.of(Price.of(traversal(target)));
      case "lowerAscii", "upperAscii", "substring", "trim" ->
          Optional.of(new Price(size.times(CHARACTER), size));
      case "replace" -> Optional.of(TextCosts.replace(call, size));
      case "split" -> Optional.of(TextCosts.split(call, size));
      case "join" -> Optional.of(TextCosts.join(call, size, joined(target)));
      case "find", "findAll" -> Optional.of(TextCosts.find(call, size));
      default -> Optional.empty();
    };
  }

  private static Optional<Price> any(CostedCall call) {
    return switch (call.function()) {
      case "url" -> {
        Estimate size = call.arg(0).size();
        yield Optional.of(new Price(size.times(CHARACTER), size));
      }
      case "ip" ->
          Optional.of(
              call.overload().equals("cidr_ip")
                  ? Price.of(Estimate.ONE)
                  : Price.of(call.arg(0).size().times(CHARACTER)));
      case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
          Optional.of(Price.of(call.arg(0).size().times(CHARACTER)));
      case "ip.isCanonical" -> Optional.of(Price.of(call.arg(0).size().times(2 * CHARACTER)));
      case "containsIP" -> Optional.of(Price.of(contains(call, "cidr_contains_ip_string")));
      case "containsCIDR" ->
          Optional.of(
              Price.of(
                  contains(call, "cidr_contains_cidr_string")
                      .plus(ADDRESS.times(CHARACTER))
                      .plus(Estimate.ONE)));
      case "validate" ->
          Optional.of(
              Price.of(
                  call.arg(0)
                      .size()
                      .times(CHARACTER)
                      .times(FORMAT_REGEX * CallCosts.REGEX_CHARACTER)));
      case "_==_" -> equality(call);
      default -> Optional.empty();
    };
  }

  /** Returns the cost to look at each element, and at each character of one. */
  private Estimate traversal(Operand target) {
    if (target.type().parameters().isEmpty()) {
      return target.size().times(CHARACTER);
    }
    Kind element = target.type().parameters().get(0).kind();
    Estimate one =
        element == Kind.STRING || element == Kind.BYTES
            ? Estimate.ONE.plus(sizes.elements(target.expr()).times(CHARACTER))
            : Estimate.ONE;
    return target.size().times(one);
  }

  private Estimate joined(Operand target) {
    return target.type().parameters().isEmpty()
        ? Estimate.ZERO
        : target.size().times(sizes.elements(target.expr()));
  }

  private static Estimate contains(CostedCall call, String ofText) {
    Estimate compared = ADDRESS.plus(ADDRESS).times(CHARACTER);
    return call.overload().equals(ofText)
        ? compared.plus(call.arg(0).size().times(CHARACTER))
        : compared;
  }

  private static Optional<Price> equality(CostedCall call) {
    if (!call.arg(0).type().equals(call.arg(1).type())) {
      return Optional.empty();
    }
    return switch (call.arg(0).type().name()) {
      case "net.IP", "net.CIDR", "kubernetes.Quantity", "kubernetes.Semver" ->
          Optional.of(Price.of(Estimate.ONE));
      case "kubernetes.NamedFormat" -> Optional.of(Price.of(FORMAT.times(CHARACTER)));
      case "kubernetes.URL" -> {
        Estimate known = call.arg(1).known();
        long longest = known == null ? 1 : known.max();
        yield Optional.of(Price.of(new Estimate(1, longest).times(CHARACTER)));
      }
      default -> Optional.empty();
    };
  }
}
