package dev.jop.runtime.cache;

import dev.jop.runtime.scheme.ResourceType;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics of others' making: what they throw ends nothing. It is logged once, for it would be
 * thrown with each event.
 */
final class ContainedMetrics implements InformerMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(InformerMetrics.class);

  private final ResourceType<?> type;
  private final InformerMetrics metrics;
  private final AtomicBoolean logged = new AtomicBoolean();

  ContainedMetrics(ResourceType<?> type, InformerMetrics metrics) {
    this.type = type;
    this.metrics = metrics;
  }

  @Override
  public void listed(double seconds, int items) {
    contain(() -> metrics.listed(seconds, items));
  }

  @Override
  public void watchStarted() {
    contain(metrics::watchStarted);
  }

  @Override
  public void watchEnded(double seconds, long events) {
    contain(() -> metrics.watchEnded(seconds, events));
  }

  @Override
  public void failed(String verb, String reason) {
    contain(() -> metrics.failed(verb, reason));
  }

  @Override
  public void undecodable() {
    contain(metrics::undecodable);
  }

  @Override
  public void handled(double seconds) {
    contain(() -> metrics.handled(seconds));
  }

  @Override
  public void close() {
    contain(metrics::close);
  }

  private void contain(Runnable count) {
    try {
      count.run();
    } catch (RuntimeException | Error e) {
      if (logged.compareAndSet(false, true)) {
        LOG.error("{}: its metrics fail, which is not logged again; all else goes on", type, e);
      }
    }
  }
}
