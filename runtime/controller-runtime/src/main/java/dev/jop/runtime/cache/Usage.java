package dev.jop.runtime.cache;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether somebody uses an informer without being a handler of it. Either somebody comes to use it
 * or it ends, never both. Safe for use by many threads.
 */
final class Usage {

  private enum State {
    UNUSED,
    USED,
    ENDED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.UNUSED);

  /** Notes that somebody uses it; false if it has ended for want of use before. */
  boolean use() {
    return state.get() == State.USED
        || state.compareAndExchange(State.UNUSED, State.USED) != State.ENDED;
  }

  /** Forgets that anybody has used it. */
  void forget() {
    state.compareAndSet(State.USED, State.UNUSED);
  }

  /** Ends it, unless somebody has used it since that was forgotten. */
  boolean end() {
    return state.compareAndSet(State.UNUSED, State.ENDED);
  }
}
