package dev.jop.runtime.handler;

import dev.jop.runtime.workqueue.AddOptions;
import dev.jop.runtime.workqueue.Enqueuer;

/**
 * Gives a priority to what is added without one.
 *
 * @param queue where the items go
 * @param priority the priority of items that come without one
 */
record DefaultPriority<T>(Enqueuer<T> queue, int priority) implements Enqueuer<T> {

  @Override
  public void add(T item, AddOptions options) {
    queue.add(item, options.priority().isPresent() ? options : options.withPriority(priority));
  }
}
