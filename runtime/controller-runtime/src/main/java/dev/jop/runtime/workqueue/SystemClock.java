package dev.jop.runtime.workqueue;

import java.util.concurrent.locks.Condition;

/** The JVM's own monotonic clock. */
enum SystemClock implements Clock {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  public void await(Condition condition, long nanos) throws InterruptedException {
    long unused = condition.awaitNanos(nanos);
  }
}
