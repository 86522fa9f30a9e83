package dev.jop.runtime.reconcile;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a reconciler wants after a success.
 *
 * @param requeueAfter after which time to be asked again; zero for not at all
 * @param priority the request's priority when it comes again; left open by default, which means
 *     that it keeps the one that it was handed out with (C13, C14)
 */
public record Result(Duration requeueAfter, OptionalInt priority) {

  private static final Result DONE = new Result(Duration.ZERO, OptionalInt.empty());

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
    return new Result(
        time.isNegative() || time.isZero() ? Duration.ofNanos(1) : time, OptionalInt.empty());
  }

  /**
   * The same with a priority, higher before lower, for when the request comes again because of this
   * result (C14). Has no effect in a queue without priorities, nor if nothing more is wanted.
   */
  public Result withPriority(int priority) {
    return new Result(requeueAfter, OptionalInt.of(priority));
  }

  /** Whether nothing more is wanted. */
  public boolean isDone() {
    return requeueAfter.isZero();
  }
}
