package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Optional;

/**
 * Follows the objects of one kind and tells handlers what happens to them.
 *
 * @param <T> the kind's type
 */
public interface Informer<T extends HasMetadata> {

  /**
   * Adds a handler, before or after the informer started. It is first told of everything that is
   * there, as creations in the initial list, then of every change, in order, by one thread of its
   * own: a slow handler delays no other (I26, I27, I35).
   *
   * <p>A handler that falls behind by more than 1,000 changes is told fewer of them: those of one
   * object are put together, so that it still learns the end of each.
   *
   * @return the registration, to ask whether the handler has seen the initial list and to remove it
   * @throws IllegalStateException if the informer is closed (I30)
   */
  Registration addHandler(ResourceEventHandler<T> handler);

  /**
   * Adds a handler that is told of everything again and again, as updates that change nothing.
   *
   * @param resyncPeriod after how long; less than a second counts as one (I31), zero is never
   * @throws IllegalStateException if the informer is closed (I30)
   */
  Registration addHandler(ResourceEventHandler<T> handler, Duration resyncPeriod);

  /** The objects, and the indexes over them. */
  Indexer<T> indexer();

  /** Whether everything was fetched at least once. */
  boolean hasSynced();

  /**
   * Waits until everything was fetched at least once, or the informer is closed.
   *
   * @return whether it was, within that time
   */
  boolean waitForSync(Duration timeout) throws InterruptedException;

  /**
   * The state of the whole that the store shows: every change up to this resource version is in it,
   * and it moves on with bookmarks, too (I38). Empty until everything was fetched once.
   */
  String lastResourceVersion();

  /** Why it has made no progress since the last success; nothing if there is no such reason. */
  Optional<ApiException> lastError();

  /** A handler's place at an informer. */
  interface Registration extends AutoCloseable {

    /** Whether this handler has been told of the whole initial list and is done with it (I27). */
    boolean hasSynced();

    /**
     * Waits until this handler has been told of the whole initial list and is done with it.
     *
     * @return whether it is, within that time
     */
    boolean waitForSync(Duration timeout) throws InterruptedException;

    /** How many changes wait to be told to this handler. */
    int backlogLength();

    /**
     * Ends the telling: no event begins any more when this returns, though one may be running. May
     * be called twice (I28).
     */
    @Override
    void close();
  }
}
