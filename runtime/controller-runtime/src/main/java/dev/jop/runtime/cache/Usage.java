package dev.jop.runtime.cache;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether somebody needs an informer that has no handler. Either somebody comes to use it or it
 * ends, never both. Safe for use by many threads, but for what its last handler's leaving concerns:
 * whoever calls that holds the informer's lock.
 */
final class Usage {

  private enum State {
    UNUSED,
    USED,
    ENDED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.UNUSED);
  private final AtomicInteger waiting = new AtomicInteger();
  private long idleSince;
  private boolean idle;

  /** Notes that somebody uses it; false if it has ended for want of use before. */
  boolean use() {
    return state.get() == State.USED
        || state.compareAndExchange(State.UNUSED, State.USED) != State.ENDED;
  }

  /** The same for as long as somebody waits, until {@link #endWait}. */
  boolean beginWait() {
    waiting.incrementAndGet(); // first: what ends looks at this first
    return use();
  }

  /** Somebody waits no longer. */
  void endWait() {
    waiting.decrementAndGet();
  }

  /** Forgets that anybody has used it; gives whether its idleness begins now. */
  boolean lastHandlerLeft(long now) {
    state.compareAndSet(State.USED, State.UNUSED);
    idleSince = now;
    boolean begins = !idle;
    idle = true;
    return begins;
  }

  /** How long it is idle at that time. */
  long idleTime(long now) {
    return now - idleSince;
  }

  /** It is idle no longer. */
  void endIdleness() {
    idle = false;
  }

  /** Ends it, unless somebody waits or has used it since its last handler left. */
  boolean end() {
    return waiting.get() == 0 && state.compareAndSet(State.UNUSED, State.ENDED);
  }
}
