package dev.jop.runtime.clock;

import java.util.concurrent.locks.LockSupport;

/** The JVM's own monotonic clock. */
enum SystemClock implements Clock {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void park(Object blocker, long nanos) {
    LockSupport.parkNanos(blocker, nanos);
  }
}
