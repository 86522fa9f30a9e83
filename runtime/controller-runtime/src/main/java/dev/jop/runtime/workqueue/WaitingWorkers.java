package dev.jop.runtime.workqueue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The workers that wait for an item, and who of them is to be called when. Its queue's lock guards
 * it.
 *
 * <p>One at most, the time-keeper, waits no longer than until the first delayed item becomes ready;
 * the others wait until they are called. One is called at a time: it takes what there is and, on
 * leaving, calls the next if there is something left. So a burst of additions does not wake a crowd
 * that finds nothing; and the worker that waited last, whose memory is warm, is called first.
 */
final class WaitingWorkers {

  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private @Nullable Waiter timeKeeper;
  private int underWay;

  /** Lets the current thread wait: as time-keeper if there is something delayed and none yet. */
  Waiter enter(@Nullable QueueEntry<?> firstDelayed) {
    if (firstDelayed != null && timeKeeper == null) {
      timeKeeper = new Waiter(firstDelayed.readyAt);
      return timeKeeper;
    }
    Waiter waiter = new Waiter(null);
    waiting.push(waiter);
    return waiter;
  }

  /** A thread waits no longer, for whatever reason. */
  void leave(Waiter waiter) {
    if (waiter.isCalled()) {
      underWay--;
    } else if (waiter == timeKeeper) {
      timeKeeper = null;
    } else {
      waiting.remove(waiter);
    }
  }

  /**
   * Chooses who is to be woken after a change, or null if nobody is.
   *
   * @param available whether something can be handed out
   * @param firstDelayed what becomes ready first, if anything is delayed
   */
  @Nullable Waiter choose(boolean available, @Nullable QueueEntry<?> firstDelayed) {
    Waiter keeper = timeKeeper;
    if (keeper != null && firstDelayed != null && keeper.isLaterThan(firstDelayed.readyAt)) {
      return callKeeper(keeper);
    }
    boolean keeperMissing = keeper == null && firstDelayed != null;
    if (underWay > 0 || !(available || keeperMissing)) {
      return null;
    }
    if (!waiting.isEmpty()) {
      return call(waiting.pop());
    }
    return keeper == null ? null : callKeeper(keeper);
  }

  /** Wakes all. */
  void wakeAll() {
    if (timeKeeper != null) {
      callKeeper(timeKeeper).wake();
    }
    while (!waiting.isEmpty()) {
      call(waiting.pop()).wake();
    }
  }

  private Waiter callKeeper(Waiter keeper) {
    timeKeeper = null;
    return call(keeper);
  }

  private Waiter call(Waiter waiter) {
    underWay++;
    waiter.markCalled();
    return waiter;
  }
}
