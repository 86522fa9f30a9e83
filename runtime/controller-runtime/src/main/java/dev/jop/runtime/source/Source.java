package dev.jop.runtime.source;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.predicate.Predicate;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.workqueue.Enqueuer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that a controller listens to. Its {@code toString} names it in errors. */
public interface Source extends AutoCloseable {

  /**
   * The objects of a kind, from a cache (S1).
   *
   * <p>What its initial list and its resyncs bring has a low priority (P18), as {@link
   * EventHandler#withLowPriorityWhenUnchanged} says.
   *
   * @param predicates are asked in this order; the first no drops the event (S5)
   */
  static <T extends HasMetadata> Source kind(
      Cache cache,
      ResourceType<T> type,
      EventHandler<? super T> handler,
      List<? extends Predicate<? super T>> predicates) {
    return new Kind<>(cache, type, handler, predicates);
  }

  /** The objects of the kind that a class stands for, from a cache. */
  static <T extends HasMetadata> Source kind(
      Cache cache,
      Class<T> type,
      EventHandler<? super T> handler,
      List<? extends Predicate<? super T>> predicates) {
    return kind(cache, ResourceType.of(type), handler, predicates);
  }

  /** Begins to add requests to the queue. Returns at once (S2); called once. */
  void start(Enqueuer<Request> queue);

  /**
   * Waits until what was there at the start has been added to the queue.
   *
   * @return whether it has, within that time
   */
  boolean waitForSync(Duration timeout) throws InterruptedException;

  /** Why it does not sync, if the API server has said so; nothing if there is no such reason. */
  default Optional<ApiException> lastError() {
    return Optional.empty();
  }

  /**
   * Ends the listening, or keeps it from being started. Does not wait for a handler that runs. May
   * be called twice.
   */
  @Override
  void close();
}
