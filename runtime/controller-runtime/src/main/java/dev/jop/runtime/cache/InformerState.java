package dev.jop.runtime.cache;

/** How much an informer holds now. Safe for use by many threads. */
public interface InformerState {

  /** {@code informer_store_resource_version}: the state of the whole that the store shows. */
  String lastResourceVersion();

  /** {@code jop_informer_store_objects}, a gauge: how many objects the store has. */
  int objects();

  /**
   * {@code jop_informer_store_bytes}, a gauge: how many bytes of JSON they are. Is counted when it
   * is asked for.
   */
  long bytes();

  /** {@code jop_informer_handlers}, a gauge: how many handlers there are. */
  int handlers();

  /** {@code informer_queued_items}, a gauge: how many changes wait to be told, to all handlers. */
  int queuedItems();

  /** {@code jop_informer_longest_backlog}, a gauge: how many wait for the slowest handler. */
  int longestBacklog();
}
