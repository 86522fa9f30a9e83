package dev.jop.runtime.handler;

import dev.jop.runtime.workqueue.AddOptions;
import dev.jop.runtime.workqueue.Prioritized;
import dev.jop.runtime.workqueue.QueuedItem;
import dev.jop.runtime.workqueue.WorkQueue;
import java.util.List;
import java.util.Optional;

/**
 * A queue seen with another default: what is added without a priority gets that one.
 *
 * @param queue the queue itself
 * @param priority the priority where none is given
 */
record DefaultPriorityQueue<T>(WorkQueue<T> queue, int priority) implements WorkQueue<T> {

  @Override
  public void add(T item, AddOptions options) {
    queue.add(item, options.priority().isPresent() ? options : options.withPriority(priority));
  }

  @Override
  public void forget(T item) {
    queue.forget(item);
  }

  @Override
  public int numRequeues(T item) {
    return queue.numRequeues(item);
  }

  @Override
  public Optional<Prioritized<T>> getWithPriority() throws InterruptedException {
    return queue.getWithPriority();
  }

  @Override
  public void done(T item) {
    queue.done(item);
  }

  @Override
  public int length() {
    return queue.length();
  }

  @Override
  public boolean isPrioritized() {
    return queue.isPrioritized();
  }

  @Override
  public List<QueuedItem<T>> snapshot() {
    return queue.snapshot();
  }

  @Override
  public void shutDown() {
    queue.shutDown();
  }

  @Override
  public void shutDownWithDrain() throws InterruptedException {
    queue.shutDownWithDrain();
  }
}
