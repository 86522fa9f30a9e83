package dev.jop.runtime.workqueue;

import dev.jop.runtime.clock.Clock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that waits in a queue, once. */
final class Waiter {

  private final Thread thread = Thread.currentThread();

  /** The delayed entry's time that it watches for, or null if it watches for none. */
  private final @Nullable Long until;

  /** Set with the queue's lock held; read without it by the thread itself. */
  private volatile boolean called;

  Waiter(@Nullable Long until) {
    this.until = until;
  }

  boolean isCalled() {
    return called;
  }

  void markCalled() {
    called = true;
  }

  /** Wakes a thread that was called; best without the queue's lock, since it takes a while. */
  void wake() {
    LockSupport.unpark(thread);
  }

  boolean isLaterThan(long time) {
    return until != null && until - time > 0;
  }

  /** Waits until it is called or interrupted or its time has come. */
  void await(Clock clock) {
    while (!called && !thread.isInterrupted()) {
      if (until == null) {
        LockSupport.park(this);
      } else {
        long left = until - clock.nanoTime();
        if (left <= 0) {
          return;
        }
        clock.park(this, left);
      }
    }
  }
}
