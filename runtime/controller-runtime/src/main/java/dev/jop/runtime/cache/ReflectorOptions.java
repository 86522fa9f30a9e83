package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a reflector waits, and where it counts.
 *
 * @param backoff how long to wait after failures; 0.8 to 30 seconds by default
 * @param idle after how long of silence a watch is given up, 2 minutes by default
 * @param metrics what it counts, nothing by default
 * @param onError is told of each failure
 * @param nanoTime a time in nanoseconds that never goes back
 */
record ReflectorOptions(
    Backoff backoff,
    Duration idle,
    InformerMetrics metrics,
    WatchErrorHandler onError,
    LongSupplier nanoTime) {

  static ReflectorOptions defaults() {
    return new ReflectorOptions(
        new Backoff(Duration.ofMillis(800), Duration.ofSeconds(30)),
        Duration.ofMinutes(2),
        NoInformerMetrics.INSTANCE,
        error -> {},
        System::nanoTime);
  }

  ReflectorOptions withBackoff(Backoff backoff) {
    return new ReflectorOptions(backoff, idle, metrics, onError, nanoTime);
  }

  ReflectorOptions withIdle(Duration idle) {
    return new ReflectorOptions(backoff, idle, metrics, onError, nanoTime);
  }

  ReflectorOptions withMetrics(InformerMetrics metrics) {
    return new ReflectorOptions(backoff, idle, metrics, onError, nanoTime);
  }

  ReflectorOptions withErrorHandler(WatchErrorHandler onError) {
    return new ReflectorOptions(backoff, idle, metrics, onError, nanoTime);
  }
}
