package dev.jop.runtime.internal.http;

import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long, by one thread for all connections of a client.
 *
 * <p>So a socket can be read without a time limit of its own: the JDK switches a channel to
 * non-blocking and back for each read that has one, and a limit for each read holds nobody to a
 * limit for all of them.
 *
 * <p>Nearly all limits are lifted long before they are over, and the next one of the same
 * connection ends later. So the queue does not hold limits but moments to look: to set a limit that
 * ends after the next look, or to lift one, writes one variable and takes no lock. Whoever looks
 * finds the limit that counts by then. Invariant: a guard whose limit ends at some time is looked
 * at no later than then. It holds in races too, since who sets a limit writes the limit before it
 * reads the time of the look, and who looks clears that time before it reads the limit.
 *
 * <p>The thread is started with the first look and ends when none is left.
 */
final class Watchdog implements AutoCloseable {

  private static final long LATE = -1;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Guard> looks = new PriorityQueue<>();
  private @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * Guards something that has no limit yet.
   *
   * @param end ends it; called by the watchdog's thread, or by the one that closes the watchdog,
   *     and must not wait
   */
  Guard guard(Runnable end) {
    return new Guard(end);
  }

  /** Ends all that has a limit, since nobody is to look any more. No limit can be set after. */
  @Override
  public void close() {
    List<Guard> limited;
    lock.lock();
    try {
      closed = true;
      limited = List.copyOf(looks);
      looks.clear();
      changed.signal();
    } finally {
      lock.unlock();
    }
    limited.forEach(guard -> guard.end.run());
  }

  private void watch() {
    lock.lock();
    try {
      for (Guard next = looks.peek(); next != null && !closed; next = looks.peek()) {
        long wait = next.lookAt - TimeLimit.now();
        if (wait > 0) {
          changed.awaitNanos(wait);
        } else {
          looks.remove();
          Runnable end = next.look();
          lock.unlock();
          try {
            end.run();
          } finally {
            lock.lock();
          }
        }
      }
    } catch (InterruptedException e) {
      // nobody has this thread to interrupt it; the next look starts another
    } finally {
      thread = null;
      lock.unlock();
    }
  }

  /** A limit that can be set, moved and lifted, by one thread at a time. */
  final class Guard implements Comparable<Guard> {

    private final AtomicLong limit = new AtomicLong(TimeLimit.NEVER);
    private volatile long lookAt = TimeLimit.NEVER;
    private volatile Runnable end;

    private Guard(Runnable end) {
      this.end = end;
    }

    /** What ends it from now on. */
    void setEnd(Runnable end) {
      this.end = end;
    }

    /**
     * Sets the limit, or lifts it.
     *
     * @param at in the time of {@link TimeLimit#now}, or {@link TimeLimit#NEVER}
     * @return false if it was ended already, or if the limit would not hold, since the watchdog is
     *     closed
     */
    boolean limit(long at) {
      long before = limit.get();
      while (before != LATE && !limit.compareAndSet(before, at)) {
        before = limit.get();
      }
      if (before == LATE) {
        return false;
      }
      if (at < lookAt) {
        lookNoLaterThan(at);
      }
      // not read before: who sets a limit too late to be ended by close() sees that it is closed
      return at == TimeLimit.NEVER || !closed;
    }

    /** Whether it was ended. */
    boolean isLate() {
      return limit.get() == LATE;
    }

    /** It is over: nobody looks any more. */
    void dismiss() {
      limit(TimeLimit.NEVER);
      lock.lock();
      try {
        looks.remove(this);
      } finally {
        lock.unlock();
      }
    }

    private void lookNoLaterThan(long at) {
      lock.lock();
      try {
        if (closed || at >= lookAt) {
          return;
        }
        looks.remove(this);
        lookAt = at;
        looks.add(this);
        if (thread == null) {
          // no virtual thread: those may all be held up by what this is to end
          thread = new Thread(Watchdog.this::watch, "jop http watchdog");
          thread.setDaemon(true);
          thread.start();
        } else if (looks.peek() == this) {
          changed.signal();
        }
      } finally {
        lock.unlock();
      }
    }

    /** What there is to be done, in time for the next look. Called with the lock. */
    private Runnable look() {
      lookAt = TimeLimit.NEVER;
      long at = limit.get();
      if (at != LATE && at <= TimeLimit.now()) {
        // if it is another by now, whoever set it saw that nobody is to look
        return limit.compareAndSet(at, LATE) ? end : () -> {};
      }
      if (at != LATE && at != TimeLimit.NEVER) {
        lookNoLaterThan(at);
      }
      return () -> {};
    }

    @Override
    public int compareTo(Guard other) {
      return Long.compare(lookAt, other.lookAt);
    }
  }
}
