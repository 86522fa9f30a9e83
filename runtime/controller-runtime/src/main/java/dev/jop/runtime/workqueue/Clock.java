package dev.jop.runtime.workqueue;

import java.util.concurrent.locks.Condition;

/** Time as a queue knows it; a test brings its own. */
public interface Clock {

  /** The time that the system's monotonic clock tells. */
  static Clock system() {
    return SystemClock.INSTANCE;
  }

  /** A time in nanoseconds that never goes back; only differences mean anything. */
  long nanoTime();

  /**
   * Waits until the condition is signalled or, by this clock, some time has passed. May return too
   * early.
   *
   * @param condition a condition whose lock the caller holds
   * @param nanos how long to wait at most
   */
  void await(Condition condition, long nanos) throws InterruptedException;
}
