package dev.jop.runtime.workqueue;

import dev.jop.runtime.internal.time.Durations;

/** Tells a queue's metrics what happens to its entries. */
final class QueueMeter {

  private final PriorityLabels labels;
  private QueueMetrics metrics = NoQueueMetrics.INSTANCE;

  QueueMeter(boolean prioritized) {
    this.labels = new PriorityLabels(prioritized);
  }

  /** Sends all that follows to the metrics of a queue of this name. */
  void connect(String queue, QueueMetrics metrics) {
    this.metrics =
        metrics == NoQueueMetrics.INSTANCE ? metrics : new ContainedQueueMetrics(queue, metrics);
  }

  /** Whether anybody wants to know. */
  boolean isOn() {
    return metrics != NoQueueMetrics.INSTANCE;
  }

  void retried() {
    metrics.retried();
  }

  void becameReady(QueueEntry<?> entry) {
    if (isOn()) {
      metrics.added();
      metrics.depthChanged(labels.of(entry.priority), 1);
    }
  }

  void raised(QueueEntry<?> entry, int priority) {
    if (isOn()) {
      metrics.depthChanged(labels.of(entry.priority), -1);
      metrics.depthChanged(labels.of(priority), 1);
    }
  }

  void handedOut(QueueEntry<?> entry, long now) {
    if (isOn()) {
      metrics.depthChanged(labels.of(entry.priority), -1);
      metrics.queueDuration(Durations.seconds(now - entry.readyAt));
    }
  }

  void done(QueueEntry<?> entry, long now) {
    if (isOn()) {
      metrics.workDuration(Durations.seconds(now - entry.since));
    }
  }
}
