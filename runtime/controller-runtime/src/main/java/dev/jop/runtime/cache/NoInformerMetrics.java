package dev.jop.runtime.cache;

/** Metrics that go nowhere. */
enum NoInformerMetrics implements InformerMetrics {
  INSTANCE;

  static final InformerMetricsProvider PROVIDER = (type, state) -> INSTANCE;

  @Override
  public void listed(double seconds, int items) {}

  @Override
  public void watchStarted() {}

  @Override
  public void watchEnded(double seconds, long events) {}

  @Override
  public void failed(String verb, String reason) {}

  @Override
  public void undecodable() {}

  @Override
  public void handled(double seconds) {}

  @Override
  public void close() {}
}
