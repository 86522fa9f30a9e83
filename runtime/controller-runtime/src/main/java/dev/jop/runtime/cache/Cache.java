package dev.jop.runtime.cache;

import dev.jop.runtime.client.Reader;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads objects from local copies that watches keep up to date: one informer for each kind.
 *
 * <p>Reading a kind that has no informer yet starts one and waits until it has synced, at most for
 * {@link CacheOptions#syncTimeout}; the exception then says why it waited, for example which right
 * is missing. Reading an object in a namespace that is not held is an {@link
 * UnknownNamespaceException}, not nothing (K10).
 *
 * <p>An object that does not fit its Java type is an error to whoever gets it by its key. A list
 * leaves it out, and that is logged and counted, so that one object does not keep all others from
 * being read. Safe for use by many threads.
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
   * <p>Does not wait for it to sync. Whatever the type that a kind is seen as, there is one watch;
   * it carries nothing but metadata as long as nobody wants more.
   *
   * <p>A watch ends with its last handler, unless somebody goes on reading the kind ({@link
   * CacheOptions#idleTimeout}). What is asked for later begins anew with the indexes that it had,
   * also of an informer that was kept.
   *
   * @throws IllegalArgumentException if the options name namespaces for a cluster-scoped kind (K25)
   */
  <T extends HasMetadata> Informer<T> informer(ResourceType<T> type);

  /** The informer of the kind that a class stands for. */
  default <T extends HasMetadata> Informer<T> informer(Class<T> type) {
    return informer(ResourceType.of(type));
  }

  /**
   * Ends the informer of a kind with all its handlers, and waits for them unless a handler calls. A
   * later read or {@link #informer} begins anew; handlers are not taken along (K20), nor indexes
   * but those of {@link #indexField}. Does nothing if there is none.
   */
  void removeInformer(ResourceType<?> type);

  /** Ends the informer of the kind that a class stands for. */
  default void removeInformer(Class<? extends HasMetadata> type) {
    removeInformer(ResourceType.of(type));
  }

  /**
   * Lets a kind be listed by a field, through an index of that name: {@code
   * ListOptions.withFieldSelector("spec.nodeName=one")} after {@code indexField(Pod.class,
   * "spec.nodeName", …)}. Does not wait for the kind to sync (K4). The names {@code metadata.name}
   * and {@code metadata.namespace} need no index.
   *
   * @param field the index's name, which need not be the path of a field
   * @param values gives the values that an object is found under, the same for the same object
   * @throws IllegalArgumentException if there is an index of that name for the kind
   */
  <T extends HasMetadata> void indexField(
      ResourceType<T> type, String field, Function<ObjectView<T>, Collection<String>> values);

  /** Lets the kind that a class stands for be listed by a field. */
  default <T extends HasMetadata> void indexField(
      Class<T> type, String field, Function<ObjectView<T>, Collection<String>> values) {
    indexField(ResourceType.of(type), field, values);
  }

  /**
   * Holds a further namespace, of all kinds that have none of their own in the options. Does not
   * wait: a read of it does, and handlers are told of what is there.
   *
   * @param change what is different in it
   */
  void addNamespace(String namespace, UnaryOperator<CacheConfig> change);

  /** Holds a further namespace, in which nothing is different. */
  default void addNamespace(String namespace) {
    addNamespace(namespace, UnaryOperator.identity());
  }

  /**
   * Holds a namespace no longer. Handlers are told that its objects are gone, in a final state that
   * is not known; a read of it is an {@link UnknownNamespaceException} from now on, unless {@link
   * CacheOptions#ALL_NAMESPACES} is held.
   *
   * @throws IllegalArgumentException if it is the last one
   */
  void removeNamespace(String namespace);

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

  /**
   * Ends all watches and waits until no handler runs any more; does not wait if a handler calls.
   * May be called twice.
   */
  @Override
  void close();
}
