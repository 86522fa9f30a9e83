package dev.jop.runtime.cache;

import dev.jop.runtime.scheme.ResourceType;

/** Makes the metrics of informers: the seam to whatever exports them. */
@FunctionalInterface
public interface InformerMetricsProvider {

  /** A provider of metrics that go nowhere. */
  static InformerMetricsProvider none() {
    return NoInformerMetrics.PROVIDER;
  }

  /**
   * Makes the metrics of an informer. All that it registers carries the kind as the labels {@code
   * group}, {@code version} and {@code resource}.
   *
   * @param type the kind that it follows
   * @param state is to be asked whenever metrics are exported, for what grows and shrinks
   */
  InformerMetrics create(ResourceType<?> type, InformerState state);
}
