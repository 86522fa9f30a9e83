package dev.jop.runtime.reconcile;

import java.time.Duration;

/**
 * What a reconciler wants after a success.
 *
 * @param requeueAfter after which time to be asked again; zero for not at all
 */
public record Result(Duration requeueAfter) {

  private static final Result DONE = new Result(Duration.ZERO);

  /** Checks that the time is not negative. */
  public Result {
    if (requeueAfter.isNegative()) {
      throw new IllegalArgumentException("requeueAfter is negative: " + requeueAfter);
    }
  }

  /** All is as wanted: be asked when something changes. */
  public static Result done() {
    return DONE;
  }

  /**
   * Be asked again after some time, or earlier if something changes.
   *
   * <p>A time of zero or less, such as what is left until a moment that has passed, means at once.
   */
  public static Result requeueAfter(Duration time) {
    return new Result(time.isNegative() || time.isZero() ? Duration.ofNanos(1) : time);
  }

  /** Whether nothing more is wanted. */
  public boolean isDone() {
    return requeueAfter.isZero();
  }
}
