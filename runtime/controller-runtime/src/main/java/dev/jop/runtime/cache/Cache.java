package dev.jop.runtime.cache;

import dev.jop.runtime.client.Reader;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;

/**
 * Reads objects from local copies that watches keep up to date: one informer for each kind.
 *
 * <p>Reading a kind that has no informer yet starts one and waits until it has synced, at most for
 * {@link CacheOptions#syncTimeout}. Safe for use by many threads.
 */
public interface Cache extends Reader, AutoCloseable {

  /**
   * A cache that is not started yet.
   *
   * @param rest the wire, which stays the caller's to close
   */
  static Cache create(RestClient rest, CacheOptions options) {
    return new InformerCache(rest, options);
  }

  /**
   * The informer of a kind, made if there is none; it runs if the cache does.
   *
   * <p>Does not wait for it to sync.
   */
  <T extends HasMetadata> Informer<T> informer(Class<T> type);

  /**
   * Lets a kind be listed by a field, through an index of that name: {@code
   * ListOptions.withFieldSelector("spec.nodeName=one")} after {@code indexField(Pod.class,
   * "spec.nodeName", …)}. Does not wait for the kind to sync (K4).
   *
   * @param field the index's name, which need not be the path of a field
   * @param values gives the values that an object is found under, the same for the same object
   * @throws IllegalArgumentException if there is an index of that name for the kind
   */
  <T extends HasMetadata> void indexField(
      Class<T> type, String field, Function<ObjectView<T>, Collection<String>> values);

  /**
   * Starts all informers that were asked for so far, without waiting for them.
   *
   * @throws IllegalStateException if the cache was started or closed before (K21)
   */
  void start();

  /**
   * Waits until every informer that was asked for so far has synced.
   *
   * @return whether they have, within that time
   */
  boolean waitForSync(Duration timeout) throws InterruptedException;

  /** Ends all watches and waits until no handler runs any more. May be called twice. */
  @Override
  void close();
}
