package dev.jop.runtime.source;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.cache.Informer;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.predicate.Predicate;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.workqueue.Enqueuer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of a kind, as a cache's informer tells of them. */
final class Kind<T extends HasMetadata> implements Source {

  private final Cache cache;
  private final ResourceType<T> type;
  private final EventHandler<? super T> handler;
  private final List<? extends Predicate<? super T>> predicates;
  private volatile Informer.@Nullable Registration registration;
  private boolean closed;

  Kind(
      Cache cache,
      ResourceType<T> type,
      EventHandler<? super T> handler,
      List<? extends Predicate<? super T>> predicates) {
    this.cache = cache;
    this.type = type;
    this.handler = EventHandler.withLowPriorityWhenUnchanged(handler);
    this.predicates = List.copyOf(predicates);
  }

  @Override
  public synchronized void start(Enqueuer<Request> queue) {
    if (closed) {
      return;
    }
    registration =
        cache
            .informer(type)
            .addHandler(
                event -> {
                  if (passes(event)) {
                    handler.handle(event, queue);
                  }
                });
  }

  private boolean passes(Event<T> event) {
    for (Predicate<? super T> predicate : predicates) {
      if (!predicate.test(event)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    Informer.Registration started = registration;
    return started != null && started.waitForSync(timeout);
  }

  @Override
  public Optional<ApiException> lastError() {
    return cache.informer(type).lastError();
  }

  @Override
  public synchronized void close() {
    closed = true;
    Informer.Registration started = registration;
    if (started != null) {
      started.close();
    }
  }

  @Override
  public String toString() {
    return type.kind().groupKind();
  }
}
