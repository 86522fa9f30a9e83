package dev.jop.runtime.reconcile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A context made of what the caller knows.
 *
 * @param cancelled says whether the call has been cancelled
 * @param deadline says how much time is left
 */
record CallContext(
    String reconcileId,
    int failures,
    BooleanSupplier cancelled,
    Supplier<Optional<Duration>> deadline)
    implements Context {

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public Optional<Duration> timeLeft() {
    return deadline.get();
  }
}
