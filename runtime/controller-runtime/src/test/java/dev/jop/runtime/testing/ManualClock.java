package dev.jop.runtime.testing;

import dev.jop.runtime.clock.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A clock that stands still until it is moved on. */
public final class ManualClock implements Clock {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000); // soon wraps around

  /** Lets time pass. Who waits by this clock notices within a millisecond of real time. */
  public void advance(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public void park(Object blocker, long nanos) {
    LockSupport.parkNanos(blocker, Duration.ofMillis(1).toNanos());
  }
}
