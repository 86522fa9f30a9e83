package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A queue of changes, in their order, that does not grow without bound.
 *
 * <p>As long as no more than its limit wait, each change is handed out as it was put in, in that
 * order (I19). When more wait, because their consumer is slow, the changes of each object are put
 * together: what remains tells the same end, in at most three steps an object, and takes the place
 * of the first. So the queue holds at most the limit or six changes for each object that is
 * waiting, whichever is more. A lock guards it; the consumer works outside of the lock.
 *
 * @param <V> how objects are represented
 */
public final class DeltaFifo<V> implements AutoCloseable {

  private final Function<V, ?> key;
  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Deque<Delta<V>> deltas = new ArrayDeque<>();
  private int compressAt;
  private int initialLeft = -1;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param key what tells objects apart
   * @param limit how many changes may wait before they are put together, at least 1
   */
  public DeltaFifo(Function<V, ?> key, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of at least 1 is needed, got " + limit);
    }
    this.key = key;
    this.limit = limit;
    this.compressAt = limit;
  }

  /**
   * Fills the queue with what is there when its life begins. It has synced when all of this was
   * handed out (I22).
   *
   * @throws IllegalStateException if it was filled before
   */
  public void replace(Collection<V> objects) {
    lock.lock();
    try {
      if (initialLeft >= 0) {
        throw new IllegalStateException("the queue was filled before");
      }
      initialLeft = objects.size();
      for (V object : objects) {
        deltas.add(new Delta<>(Delta.Type.REPLACED, null, object));
      }
      compressAt = Math.max(limit, 2 * deltas.size());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Puts in an object that came. */
  public void add(V object) {
    offer(new Delta<>(Delta.Type.ADDED, null, object));
  }

  /** Puts in an object that changed. */
  public void update(V old, V object) {
    offer(new Delta<>(Delta.Type.UPDATED, old, object));
  }

  /**
   * Puts in an object that went.
   *
   * @param finalStateUnknown whether its deletion was not seen
   */
  public void delete(V object, boolean finalStateUnknown) {
    offer(
        new Delta<>(
            finalStateUnknown ? Delta.Type.DELETED_FINAL_STATE_UNKNOWN : Delta.Type.DELETED,
            null,
            object));
  }

  /** Puts in all objects again that have no change waiting (I23). */
  public void resync(Collection<V> objects) {
    lock.lock();
    try {
      Set<Object> waiting = new HashSet<>();
      deltas.forEach(delta -> waiting.add(key.apply(delta.object())));
      for (V object : objects) {
        if (!waiting.contains(key.apply(object))) {
          offer(new Delta<>(Delta.Type.SYNC, null, object));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next change and hands it out.
   *
   * @param timeout how long to wait at most
   * @param consumer gets the change in this call, by this thread
   * @return whether there was one; false after the wait, or when the queue is closed
   */
  public boolean pop(Duration timeout, Consumer<? super Delta<V>> consumer)
      throws InterruptedException {
    Delta<V> delta = poll(TimeUnit.NANOSECONDS.convert(timeout));
    if (delta == null) {
      return false;
    }
    try {
      consumer.accept(delta);
    } finally {
      if (delta.type() == Delta.Type.REPLACED) {
        initialDone();
      }
    }
    return true;
  }

  /** Whether it was filled, and all of that was handed out and the consumer is done with it. */
  public boolean hasSynced() {
    lock.lock();
    try {
      return initialLeft == 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it has synced, or is closed.
   *
   * @return whether it has, within that time
   */
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.NANOSECONDS.convert(timeout);
      while (initialLeft != 0 && left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      return initialLeft == 0;
    } finally {
      lock.unlock();
    }
  }

  /** How many changes wait. */
  public int length() {
    lock.lock();
    try {
      return deltas.size();
    } finally {
      lock.unlock();
    }
  }

  /** Drops what waits and wakes who waits (I24). Nothing goes in any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      deltas.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void offer(Delta<V> delta) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      deltas.add(delta);
      if (deltas.size() > compressAt) {
        compress();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Delta<V> poll(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (deltas.isEmpty() && left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      return deltas.poll();
    } finally {
      lock.unlock();
    }
  }

  private void initialDone() {
    lock.lock();
    try {
      initialLeft--;
      if (initialLeft == 0) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void compress() {
    Map<Object, List<Delta<V>>> byObject = new LinkedHashMap<>();
    for (Delta<V> delta : deltas) {
      Deltas.append(
          byObject.computeIfAbsent(key.apply(delta.object()), any -> new ArrayList<>(3)), delta);
    }
    Deque<Delta<V>> fewer = new ArrayDeque<>();
    byObject.values().forEach(fewer::addAll);
    deltas = fewer;
    compressAt = Math.max(limit, 2 * deltas.size());
  }
}
