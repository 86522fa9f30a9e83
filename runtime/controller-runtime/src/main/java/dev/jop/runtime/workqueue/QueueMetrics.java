package dev.jop.runtime.workqueue;

/**
 * What a queue counts and measures (Q15), under the names that controller-runtime gives it.
 *
 * <p>Called while the queue is locked: must be quick and must not use the queue. What is thrown is
 * passed over, and logged once for a queue. Those that grow with time alone are read from {@link
 * WorkInProgress} instead.
 */
public interface QueueMetrics {

  /**
   * {@code workqueue_depth}, a gauge: more or fewer items are ready, those that wait for their
   * worker to be done among them.
   *
   * @param priority the label {@code priority}: empty in a queue without priorities; at most 25
   *     different numbers, and {@code exceeded_cardinality_limit} for all other ones (P15)
   * @param change one or minus one
   */
  void depthChanged(String priority, int change);

  /** {@code workqueue_adds_total}, a counter: an item became ready. */
  void added();

  /** {@code workqueue_retries_total}, a counter: an item was added with a delay. */
  void retried();

  /**
   * {@code workqueue_queue_duration_seconds}, a histogram with bounds from 10 ns times ten up to
   * 1000 s: an item was handed out.
   *
   * @param seconds since it had become ready
   */
  void queueDuration(double seconds);

  /**
   * {@code workqueue_work_duration_seconds}, a histogram with the same bounds: a worker is done.
   *
   * @param seconds since it was given the item
   */
  void workDuration(double seconds);
}
