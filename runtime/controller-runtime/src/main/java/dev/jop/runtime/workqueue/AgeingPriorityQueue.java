package dev.jop.runtime.workqueue;

import dev.jop.runtime.clock.Clock;
import dev.jop.runtime.internal.time.Durations;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.workqueue.Additions.Addition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue in the order of priority and age; or, where all priorities are the same, of adding.
 *
 * <p>What is queued is in an {@link QueueState}, which one lock guards; it is held for a few steps
 * only and never while an item is worked on or a rate limiter is asked. Workers take items
 * themselves, and delays need no thread: see {@link WaitingWorkers}.
 *
 * <p>Who adds does not wait for the lock. If somebody else has it, the addition is left with the
 * {@link Additions}, which are taken in by whoever locks next, before anything else. So that none
 * is left lying there, every thread looks for them after it has unlocked, and after it has left one
 * there; it is either the holder who finds it then, or the thread itself gets the lock.
 */
final class AgeingPriorityQueue<T> implements WorkQueue<T> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition drained = lock.newCondition();
  private final QueueState<T> state;
  private final Additions<T> additions = new Additions<>();
  private final WaitingWorkers workers = new WaitingWorkers();
  private final boolean prioritized;
  private final RateLimiter<T> limiter;
  private final Clock clock;
  private final QueueMeter meter;
  private boolean shutDown;
  private boolean draining;

  AgeingPriorityQueue(WorkQueueOptions<T> options, boolean prioritized) {
    this.prioritized = prioritized;
    this.limiter = options.limiter();
    this.clock = options.clock();
    this.meter = new QueueMeter(prioritized);
    this.state = new QueueState<>(options.ageing(), clock, meter, prioritized);
    if (!options.name().isEmpty()) {
      connect(options);
    }
  }

  private void connect(WorkQueueOptions<T> options) {
    lock.lock(); // so that nobody asks a half-made queue for its work
    try {
      meter.connect(options.name(), options.metrics().create(options.name(), new Work()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void add(T item) {
    add(item, 0, false, 0);
  }

  @Override
  public void add(T item, AddOptions options) {
    long delay = Durations.nanos(options.after());
    if (options.rateLimited()) {
      long limit = Durations.nanos(limiter.when(item));
      delay = delay == 0 ? limit : Math.min(delay, limit);
    }
    int priority = prioritized ? options.priority().orElse(0) : 0;
    add(item, priority, delay > 0, delay > 0 ? clock.nanoTime() + delay : 0);
  }

  private void add(T item, int priority, boolean delayed, long readyAt) {
    if (additions.isEmpty() && lock.tryLock()) {
      try {
        addLocked(item, priority, delayed, readyAt);
      } finally {
        release();
      }
    } else {
      additions.push(new Addition<>(item, priority, delayed, readyAt));
      takeAdditions();
    }
  }

  private void addLocked(T item, int priority, boolean delayed, long readyAt) {
    if (shutDown) {
      return;
    }
    if (delayed) {
      state.addDelayed(item, priority, readyAt);
      meter.retried();
    } else {
      state.add(item, priority);
    }
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
    QueueEntry<T> entry = take();
    return entry == null ? Optional.empty() : Optional.of(entry.item);
  }

  @Override
  public Optional<Prioritized<T>> getWithPriority() throws InterruptedException {
    QueueEntry<T> entry = take();
    return entry == null
        ? Optional.empty()
        : Optional.of(new Prioritized<>(entry.item, entry.takenPriority));
  }

  /** Waits for an entry, which is the caller's until it is done; null if there will be none. */
  private @Nullable QueueEntry<T> take() throws InterruptedException {
    Waiter waiter = null;
    while (true) {
      acquire();
      try {
        if (waiter != null) {
          workers.leave(waiter);
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        QueueEntry<T> entry = state.take();
        if (entry != null || shutDown) {
          return entry;
        }
        waiter = workers.enter(state.firstDelayed());
      } finally {
        release();
      }
      waiter.await(clock);
    }
  }

  @Override
  public void done(T item) {
    acquire();
    try {
      state.done(item);
      if (draining && state.isDrained()) {
        drained.signalAll();
      }
    } finally {
      release();
    }
  }

  @Override
  public int length() {
    acquire();
    try {
      state.advance();
      return state.length();
    } finally {
      release();
    }
  }

  @Override
  public boolean isPrioritized() {
    return prioritized;
  }

  @Override
  public List<QueuedItem<T>> snapshot() {
    acquire();
    try {
      return state.snapshot();
    } finally {
      release();
    }
  }

  @Override
  public void shutDown() {
    acquire();
    try {
      close();
      draining = false;
      drained.signalAll();
    } finally {
      release();
    }
  }

  @Override
  public void shutDownWithDrain() throws InterruptedException {
    acquire();
    try {
      draining = true;
      close();
      while (draining && !state.isDrained()) {
        drained.await();
      }
    } finally {
      release();
    }
  }

  private void close() {
    state.advance();
    shutDown = true;
    state.dropDelayed();
    workers.wakeAll();
  }

  /** Locks, and takes in what was added meanwhile. */
  private void acquire() {
    lock.lock();
    try {
      addAll(additions.takeAll());
    } catch (RuntimeException | Error e) { // of an item's equals, or of metrics
      unlock();
      throw e;
    }
  }

  private void addAll(@Nullable Addition<T> first) {
    for (Addition<T> each = first; each != null; each = each.next) {
      addLocked(each.item, each.priority, each.delayed, each.readyAt);
    }
  }

  /** Unlocks, and takes in what was added meanwhile. */
  private void release() {
    unlock();
    takeAdditions();
  }

  private void takeAdditions() {
    while (!additions.isEmpty() && lock.tryLock()) {
      try {
        addAll(additions.takeAll());
      } finally {
        unlock();
      }
    }
  }

  /** Unlocks, and wakes a worker if there is need of one. */
  private void unlock() {
    Waiter next = workers.choose(state.length() > 0, state.firstDelayed());
    lock.unlock();
    if (next != null) {
      next.wake();
    }
  }

  /** What is being worked on, for whoever exports metrics. */
  private final class Work implements WorkInProgress {

    @Override
    public double unfinishedSeconds() {
      acquire();
      try {
        return state.unfinishedSeconds();
      } finally {
        release();
      }
    }

    @Override
    public double longestRunningSeconds() {
      acquire();
      try {
        return state.longestRunningSeconds();
      } finally {
        release();
      }
    }
  }
}
