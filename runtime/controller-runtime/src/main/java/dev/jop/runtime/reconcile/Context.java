package dev.jop.runtime.reconcile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a reconciler can learn about one call besides the request.
 *
 * <p>Made by the controller; a test that calls a reconciler by hand makes one with {@link #of}. No
 * other implementations exist, so that methods can be added.
 */
public sealed interface Context permits CallContext {

  /** A context that is never cancelled and has no deadline, for calling a reconciler in a test. */
  static Context of(String reconcileId, int failures) {
    return of(reconcileId, failures, () -> false, Optional::empty);
  }

  /**
   * A context for calling a reconciler by hand.
   *
   * @param cancelled says whether the call has been cancelled
   * @param timeLeft says how much time the call has left, if it has a deadline
   */
  static Context of(
      String reconcileId,
      int failures,
      BooleanSupplier cancelled,
      Supplier<Optional<Duration>> timeLeft) {
    return new CallContext(reconcileId, failures, cancelled, timeLeft);
  }

  /** The id of this call, a random UUID that is in all log lines of the call (C33). */
  String reconcileId();

  /** How many calls for this request in a row failed before this one. */
  int failures();

  /**
   * Whether the call should come to its end: the manager is stopping, leadership was lost, or the
   * reconciliation timeout has passed.
   *
   * <p>A reconciler that works in a loop asks this now and then. Some time after the cancellation
   * its thread is interrupted as well.
   */
  boolean isCancelled();

  /**
   * The time until the reconciliation timeout passes, zero or more; empty if there is none (C4).
   */
  Optional<Duration> timeLeft();
}
