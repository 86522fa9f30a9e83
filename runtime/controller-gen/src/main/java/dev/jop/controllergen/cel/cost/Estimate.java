package dev.jop.controllergen.cel.cost;

/**
 * The least and the most of a size or of a cost.
 *
 * <p>Nothing overflows: what would be too large is {@link Long#MAX_VALUE}, which stands for no
 * limit, too.
 */
public record Estimate(long min, long max) {
  static final Estimate UNKNOWN = new Estimate(0, Long.MAX_VALUE);
  static final Estimate ZERO = of(0);
  static final Estimate ONE = of(1);

  /** The union with it changes nothing. */
  static final Estimate NOTHING = new Estimate(Long.MAX_VALUE, 0);

  static Estimate of(long exactly) {
    return new Estimate(exactly, exactly);
  }

  Estimate plus(Estimate other) {
    return new Estimate(sum(min, other.min), sum(max, other.max));
  }

  Estimate times(Estimate other) {
    return new Estimate(product(min, other.min), product(max, other.max));
  }

  /** Returns the product, rounded up. */
  Estimate times(double factor) {
    return new Estimate(product(min, factor), product(max, factor));
  }

  Estimate union(Estimate other) {
    return new Estimate(Math.min(min, other.min), Math.max(max, other.max));
  }

  public static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  public static long product(long a, long b) {
    return b != 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  private static long product(long a, double factor) {
    return (long) Math.ceil(a * factor);
  }
}
