package dev.jop.runtime.workqueue;

/** Makes the metrics of queues: the seam to whatever exports them. */
@FunctionalInterface
public interface QueueMetricsProvider {

  /** A provider of metrics that go nowhere. */
  static QueueMetricsProvider none() {
    return NoQueueMetrics.PROVIDER;
  }

  /**
   * Makes the metrics of a queue. All that it registers carries the queue's name as the labels
   * {@code name} and {@code controller}.
   *
   * @param name the queue's name, never empty
   * @param work is to be asked whenever metrics are exported, for those that change by the mere
   *     passing of time
   */
  QueueMetrics create(String name, WorkInProgress work);
}
