package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How reflectors wait, and where they count.
 *
 * @param firstPause how long to wait after a first failure, 0.8 seconds by default
 * @param longestPause how long to wait at most after failures, 30 seconds by default
 * @param idle after how long of silence a watch is given up, 2 minutes by default
 * @param metrics what is counted with, nothing by default
 * @param onError is told of each failure, nobody by default
 * @param nanoTime a time in nanoseconds that never goes back
 */
record ReflectorOptions(
    Duration firstPause,
    Duration longestPause,
    Duration idle,
    InformerMetrics metrics,
    WatchErrorHandler onError,
    LongSupplier nanoTime) {

  private static final ReflectorOptions DEFAULTS =
      new ReflectorOptions(
          Duration.ofMillis(800),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          NoInformerMetrics.INSTANCE,
          error -> {},
          System::nanoTime);

  static ReflectorOptions defaults() {
    return DEFAULTS;
  }

  ReflectorOptions withPauses(Duration firstPause, Duration longestPause) {
    return new ReflectorOptions(firstPause, longestPause, idle, metrics, onError, nanoTime);
  }

  ReflectorOptions withIdle(Duration idle) {
    return new ReflectorOptions(firstPause, longestPause, idle, metrics, onError, nanoTime);
  }

  ReflectorOptions withMetrics(InformerMetrics metrics) {
    return new ReflectorOptions(firstPause, longestPause, idle, metrics, onError, nanoTime);
  }

  ReflectorOptions withErrorHandler(WatchErrorHandler onError) {
    return new ReflectorOptions(firstPause, longestPause, idle, metrics, onError, nanoTime);
  }
}
