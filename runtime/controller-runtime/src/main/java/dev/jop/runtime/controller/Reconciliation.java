package dev.jop.runtime.controller;

import dev.jop.runtime.internal.time.Deadline;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call of a reconciler, which others may cancel and interrupt as long as it runs. */
final class Reconciliation {

  private final Request request;
  private final Context context;
  private final @Nullable Deadline deadline;
  private final Thread thread = Thread.currentThread();
  private volatile boolean cancelled;
  private boolean overdue;
  private boolean ended;

  /**
   * A call that the current thread is about to make.
   *
   * @param timeout how long it may take; zero for no limit
   */
  Reconciliation(Request request, int failures, Duration timeout) {
    this.request = request;
    this.deadline = timeout.isZero() ? null : Deadline.in(timeout);
    this.context =
        Context.of(UUID.randomUUID().toString(), failures, this::isCancelled, this::timeLeft);
  }

  Request request() {
    return request;
  }

  Context context() {
    return context;
  }

  void cancel() {
    cancelled = true;
  }

  /** Whether somebody asked it to end; a timeout is no such request. */
  boolean wasCancelled() {
    return cancelled;
  }

  /** Whether the time that it may take is over. */
  boolean isLate() {
    return deadline != null && deadline.isOver();
  }

  private boolean isCancelled() {
    return cancelled || isLate();
  }

  private Optional<Duration> timeLeft() {
    return Optional.ofNullable(deadline).map(Deadline::left);
  }

  /** Interrupts the call if its time is over, once. */
  synchronized void interruptIfLate() {
    if (!overdue && isLate()) {
      overdue = true;
      interrupt();
    }
  }

  /** The time until {@link #interruptIfLate} has something to do, if it ever has. */
  synchronized Optional<Duration> untilInterrupt() {
    return overdue ? Optional.empty() : timeLeft();
  }

  /** Interrupts the call; has no effect when it has ended. */
  synchronized void interrupt() {
    if (!ended) {
      thread.interrupt();
    }
  }

  /** The call has ended, and its thread is not interrupted by what was meant for the call. */
  synchronized void end() {
    ended = true;
    Thread.interrupted();
  }
}
