package dev.jop.runtime.workqueue;

/** Metrics that go nowhere. */
enum NoQueueMetrics implements QueueMetrics {
  INSTANCE;

  static final QueueMetricsProvider PROVIDER = (name, work) -> INSTANCE;

  @Override
  public void depthChanged(String priority, int change) {}

  @Override
  public void added() {}

  @Override
  public void retried() {}

  @Override
  public void queueDuration(double seconds) {}

  @Override
  public void workDuration(double seconds) {}
}
