package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a reflector waits, and whom it tells what it does.
 *
 * @param firstPause how long to wait after a first failure, 0.8 seconds by default; each further
 *     one in a row doubles it, and a random part of at most as much is added (I12). It begins anew
 *     when the server accepts a watch, and every two minutes. A watch that has lived for a second
 *     is followed by the next one without a wait, and so is a fetch if the version is too old
 * @param longestPause what the doubling ends at, 30 seconds by default. If the server asks for a
 *     longer wait it is granted up to a minute
 * @param idle after how long of silence a watch is given up, 2 minutes by default; an API server
 *     sends something about every minute
 * @param watchList whether it begins with a watch that sends everything first, if the server offers
 *     that (WatchList), which is the default, or with a list as older clients do (I13)
 * @param metrics what is counted with, nothing by default
 * @param onError is told of each failure, nobody by default
 * @param nanoTime a time in nanoseconds that never goes back, for reports and metrics
 */
public record ReflectorOptions(
    Duration firstPause,
    Duration longestPause,
    Duration idle,
    boolean watchList,
    InformerMetrics metrics,
    WatchErrorHandler onError,
    LongSupplier nanoTime) {

  private static final ReflectorOptions DEFAULTS =
      new ReflectorOptions(
          Duration.ofMillis(800),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          true,
          NoInformerMetrics.INSTANCE,
          error -> {},
          System::nanoTime);

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if one is not positive, or the first pause is the longer one
   */
  public ReflectorOptions {
    refuseUnlessPositive("first pause", firstPause);
    refuseUnlessPositive("idle time", idle);
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "the longest pause, " + longestPause + ", is shorter than the first, " + firstPause);
    }
  }

  /** Pauses of 0.8 to 30 seconds, 2 minutes of silence, watches before lists; nobody is told. */
  public static ReflectorOptions defaults() {
    return DEFAULTS;
  }

  /** The same with other waits between tries that fail. */
  public ReflectorOptions withPauses(Duration firstPause, Duration longestPause) {
    return new ReflectorOptions(
        firstPause, longestPause, idle, watchList, metrics, onError, nanoTime);
  }

  /** The same with another time until a silent watch is given up. */
  public ReflectorOptions withIdle(Duration idle) {
    return new ReflectorOptions(
        firstPause, longestPause, idle, watchList, metrics, onError, nanoTime);
  }

  /** The same, beginning with a watch or with a list. */
  public ReflectorOptions withWatchList(boolean watchList) {
    return new ReflectorOptions(
        firstPause, longestPause, idle, watchList, metrics, onError, nanoTime);
  }

  /** The same with other metrics. */
  public ReflectorOptions withMetrics(InformerMetrics metrics) {
    return new ReflectorOptions(
        firstPause, longestPause, idle, watchList, metrics, onError, nanoTime);
  }

  /** The same with somebody else to be told of failures. */
  public ReflectorOptions withErrorHandler(WatchErrorHandler onError) {
    return new ReflectorOptions(
        firstPause, longestPause, idle, watchList, metrics, onError, nanoTime);
  }

  private static void refuseUnlessPositive(String what, Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("a positive " + what + " is needed, got " + time);
    }
  }
}
