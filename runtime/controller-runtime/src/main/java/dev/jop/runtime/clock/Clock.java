package dev.jop.runtime.clock;

/** Time as a queue knows it; a test brings its own. */
public interface Clock {

  /** The time that the system's monotonic clock tells. */
  static Clock system() {
    return SystemClock.INSTANCE;
  }

  /** A time in nanoseconds that never goes back; only differences mean anything. */
  long nanoTime();

  /**
   * Lets the current thread wait until it is {@linkplain
   * java.util.concurrent.locks.LockSupport#unpark unparked} or interrupted or, by this clock, some
   * time has passed. May return too early.
   *
   * @param blocker what it waits for, as a thread dump shows it
   * @param nanos how long to wait at most
   */
  void park(Object blocker, long nanos);
}
