package dev.jop.runtime.workqueue;

import dev.jop.runtime.workqueue.QueueEntry.Pending;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue that hands out in the order of adding.
 *
 * <p>There is one entry for an item as long as it is ready, delayed or being worked on, and none
 * afterwards: the queue keeps nothing of an item that is done (Q10). An entry is at most one of
 * ready and delayed, and beside that it may be in the hands of a worker; then being ready means to
 * come again after {@link #done}.
 *
 * <p>One lock guards all of it and is held for a few steps only. Delays need no thread: of the
 * workers that wait in {@link #get} one, the time-keeper, waits no longer than until the earliest
 * delayed entry is due; the others wait until they are called. Who leaves {@link #get} calls the
 * next one if there is something left to wait for or to take, so neither an item nor a time is
 * missed.
 */
final class FairQueue<T> implements WorkQueue<T> {

  /** As good as never, and short enough that differences of times do not overflow. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(36_500);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition drained = lock.newCondition();
  private final Map<T, QueueEntry<T>> entries = new HashMap<>();
  private final ReadyList<T> ready = new ReadyList<>();
  private final DelayHeap<T> delayed = new DelayHeap<>();
  private final RateLimiter<T> limiter;
  private final Clock clock;
  private @Nullable Thread timeKeeper;
  private int processing;
  private boolean shutDown;
  private boolean draining;

  FairQueue(RateLimiter<T> limiter, Clock clock) {
    this.limiter = limiter;
    this.clock = clock;
  }

  @Override
  public void add(T item) {
    lock.lock();
    try {
      if (!shutDown) {
        makeReady(entries.computeIfAbsent(item, QueueEntry::new));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void addAfter(T item, Duration delay) {
    if (delay.isNegative() || delay.isZero()) {
      add(item);
      return;
    }
    Duration bounded = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    long readyAt = clock.nanoTime() + bounded.toNanos();
    lock.lock();
    try {
      if (!shutDown) {
        makeDelayed(entries.computeIfAbsent(item, QueueEntry::new), readyAt);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void addRateLimited(T item) {
    addAfter(item, limiter.when(item));
  }

  @Override
  public void forget(T item) {
    limiter.forget(item);
  }

  @Override
  public int numRequeues(T item) {
    return limiter.numRequeues(item);
  }

  @Override
  public Optional<T> get() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        makeDueReady();
        QueueEntry<T> entry = ready.poll();
        if (entry != null) {
          entry.pending = Pending.NONE;
          entry.processing = true;
          processing++;
          return Optional.of(entry.item);
        }
        if (shutDown) {
          return Optional.empty();
        }
        awaitChange();
      }
    } finally {
      if (ready.size() > 0 || (timeKeeper == null && delayed.first() != null)) {
        changed.signal();
      }
      lock.unlock();
    }
  }

  @Override
  public void done(T item) {
    lock.lock();
    try {
      QueueEntry<T> entry = entries.remove(item); // mostly for good, so it is looked up only once
      if (entry == null) {
        return;
      }
      if (entry.processing) {
        entry.processing = false;
        processing--;
        if (entry.pending == Pending.READY) {
          offer(entry);
        }
      }
      if (entry.pending != Pending.NONE) {
        entries.put(item, entry);
      }
      if (draining && isDrained()) {
        drained.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int length() {
    lock.lock();
    try {
      makeDueReady();
      return ready.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void shutDown() {
    lock.lock();
    try {
      close();
      draining = false;
      drained.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void shutDownWithDrain() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      draining = true;
      close();
      while (draining && !isDrained()) {
        drained.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void close() {
    shutDown = true;
    entries.values().forEach(FairQueue::dropDelay);
    entries.values().removeIf(entry -> entry.pending == Pending.NONE && !entry.processing);
    delayed.clear();
    changed.signalAll();
  }

  private static void dropDelay(QueueEntry<?> entry) {
    if (entry.pending == Pending.DELAYED) {
      entry.pending = Pending.NONE;
    }
  }

  private boolean isDrained() {
    return processing == 0 && ready.size() == 0;
  }

  private void makeReady(QueueEntry<T> entry) {
    if (entry.pending == Pending.READY) {
      return;
    }
    if (entry.pending == Pending.DELAYED) {
      delayed.remove(entry);
    }
    entry.pending = Pending.READY;
    if (!entry.processing) {
      offer(entry);
    }
  }

  private void offer(QueueEntry<T> entry) {
    ready.add(entry);
    changed.signal();
  }

  private void makeDelayed(QueueEntry<T> entry, long readyAt) {
    if (entry.pending == Pending.NONE) {
      entry.pending = Pending.DELAYED;
      entry.readyAt = readyAt;
      delayed.add(entry);
    } else if (entry.pending == Pending.DELAYED && readyAt - entry.readyAt < 0) {
      entry.readyAt = readyAt;
      delayed.moveEarlier(entry);
    } else {
      return;
    }
    if (delayed.first() == entry) { // the time-keeper would wake too late
      timeKeeper = null;
      changed.signal();
    }
  }

  private void makeDueReady() {
    QueueEntry<T> first = delayed.first();
    if (first == null) {
      return;
    }
    long now = clock.nanoTime();
    while (first != null && first.readyAt - now <= 0) {
      makeReady(first);
      first = delayed.first();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is that of get()
  private void awaitChange() throws InterruptedException {
    QueueEntry<T> first = delayed.first();
    if (first == null || timeKeeper != null) {
      changed.await();
      return;
    }
    timeKeeper = Thread.currentThread();
    try {
      clock.await(changed, first.readyAt - clock.nanoTime());
    } finally {
      if (timeKeeper == Thread.currentThread()) {
        timeKeeper = null;
      }
    }
  }
}
