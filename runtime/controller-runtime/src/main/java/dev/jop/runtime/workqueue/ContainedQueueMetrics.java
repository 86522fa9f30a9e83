package dev.jop.runtime.workqueue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics of others' making: what they throw costs no item and no worker. It is logged once, for it
 * would be thrown with each item.
 */
final class ContainedQueueMetrics implements QueueMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(QueueMetrics.class);

  private final String queue;
  private final QueueMetrics metrics;
  private final AtomicBoolean logged = new AtomicBoolean();

  ContainedQueueMetrics(String queue, QueueMetrics metrics) {
    this.queue = queue;
    this.metrics = metrics;
  }

  @Override
  public void depthChanged(String priority, int change) {
    contain(() -> metrics.depthChanged(priority, change));
  }

  @Override
  public void added() {
    contain(metrics::added);
  }

  @Override
  public void retried() {
    contain(metrics::retried);
  }

  @Override
  public void queueDuration(double seconds) {
    contain(() -> metrics.queueDuration(seconds));
  }

  @Override
  public void workDuration(double seconds) {
    contain(() -> metrics.workDuration(seconds));
  }

  private void contain(Runnable count) {
    try {
      count.run();
    } catch (RuntimeException | Error e) {
      if (logged.compareAndSet(false, true)) {
        LOG.error("queue {}: its metrics fail, which is not logged again", queue, e);
      }
    }
  }
}
