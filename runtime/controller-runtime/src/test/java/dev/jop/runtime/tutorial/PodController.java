package dev.jop.runtime.tutorial;

import dev.jop.runtime.cache.Informer;
import dev.jop.runtime.cache.ListWatch;
import dev.jop.runtime.cache.SharedIndexInformer;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.thread.Threads;
import dev.jop.runtime.workqueue.WorkQueue;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The controller of client-go's tutorial on the machinery alone, without cache or manager: it
 * follows the Pods of a namespace and prints what it sees of each.
 */
final class PodController implements AutoCloseable {

  private static final int RETRIES = 5;

  private final WorkQueue<ObjectKey> queue = WorkQueue.create(RateLimiter.exponential());
  private final SharedIndexInformer<Pod> informer;
  private final Consumer<String> print;

  PodController(RestClient rest, String namespace, Consumer<String> print) {
    this.print = print;
    ListWatch pods = ListWatch.of(rest, ResourceType.of(Pod.class)).withNamespace(namespace);
    informer = SharedIndexInformer.create(pods, Pod.class);
  }

  /** Follows the Pods, and works on them as soon as all that are there are known. */
  void run(int workers) throws InterruptedException {
    Informer.Registration handler = informer.addHandler(event -> queue.add(event.object().key()));
    informer.start();
    if (!handler.waitForSync(Duration.ofSeconds(30))) {
      throw new IllegalStateException("the Pods were not listed in time");
    }
    for (int i = 0; i < workers; i++) {
      Threads.start("pod-worker-" + i, this::work);
    }
  }

  private void work() {
    try {
      while (processNextItem()) {
        // the next one
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean processNextItem() throws InterruptedException {
    Optional<ObjectKey> key = queue.get();
    if (key.isEmpty()) {
      return false; // the queue is shut down
    }
    try {
      sync(key.get());
      queue.forget(key.get());
    } catch (RuntimeException e) { // a worker goes on whatever happens to one of its keys
      handleError(key.get(), e);
    } finally {
      queue.done(key.get());
    }
    return true;
  }

  /** Where the business would be: it prints, and comes again if that fails. */
  private void sync(ObjectKey key) {
    Optional<ObjectView<Pod>> found = informer.indexer().getByKey(key);
    if (found.isEmpty()) {
      print.accept("Pod " + key + " does not exist anymore");
    } else {
      Pod pod = found.get().object();
      print.accept("Sync/Add/Update for Pod " + pod.getMetadata().getName());
    }
  }

  private void handleError(ObjectKey key, RuntimeException error) {
    if (queue.numRequeues(key) < RETRIES) {
      print.accept("Error syncing Pod " + key + ": " + error.getMessage());
      queue.addRateLimited(key);
      return;
    }
    queue.forget(key);
    print.accept("Dropping Pod " + key + " out of the queue: " + error.getMessage());
  }

  @Override
  public void close() {
    queue.shutDown();
    informer.close();
  }
}
