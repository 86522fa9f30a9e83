package dev.jop.runtime.cache;

/**
 * What an informer counts and measures, under the names that client-go gives it, and {@code jop_}
 * where it has none. What grows and shrinks is read from {@link InformerState} instead.
 *
 * <p>Called by the informer's threads in the midst of their work: must be quick. What is thrown is
 * passed over, and logged once for an informer.
 */
public interface InformerMetrics {

  /**
   * {@code reflector_lists_total}, {@code reflector_list_duration_seconds} and {@code
   * reflector_items_per_list}: everything was fetched, by a list or by a watch that begins with it.
   *
   * @param seconds how long it took
   * @param items how many objects there are
   */
  void listed(double seconds, int items);

  /** {@code reflector_watches_total}, a counter: a watch began. */
  void watchStarted();

  /**
   * {@code reflector_watch_duration_seconds} and {@code reflector_items_per_watch}: a watch ended,
   * in whatever way.
   *
   * @param seconds how long it ran
   * @param events how many events it brought, bookmarks included
   */
  void watchEnded(double seconds, long events);

  /**
   * {@code jop_reflector_errors_total}, a counter: a try to list or watch failed.
   *
   * @param verb the label {@code verb}: {@code list} or {@code watch}
   * @param reason the label {@code reason}: the API's word for the HTTP status, such as {@code
   *     Unauthorized}, {@code Forbidden}, {@code NotFound}, {@code Expired} or {@code
   *     TooManyRequests}; {@code Unreachable} if there was no answer; {@code Malformed} if it was
   *     not what was asked for, or no JSON; else the status as a number
   */
  void failed(String verb, String reason);

  /** {@code jop_informer_undecodable_objects_total}, a counter: an object could not be read. */
  void undecodable();

  /**
   * {@code informer_processing_latency_seconds}, a histogram: a handler is done with an event.
   *
   * @param seconds how long it took
   */
  void handled(double seconds);

  /** The informer has ended, and its state says nothing any more. May be called twice. */
  void close();
}
