package dev.jop.runtime.cache;

import java.time.Duration;

/**
 * How a reflector waits.
 *
 * @param sleep lets time pass before the next try
 * @param initialSilence after how long of silence a watch is given up that has not told yet of all
 *     there is: nothing else keeps a server from writing then
 * @param shortestWatch how long the server is asked to let a watch live, in whole seconds; up to
 *     twice as long, so that not all watches end at once
 * @param overtime after how much more time a watch is ended that the server lets live on: what
 *     stands in between may send without an end and tell of nothing
 */
record Waits(Sleep sleep, Duration initialSilence, Duration shortestWatch, Duration overtime) {

  /** In real time: half a minute, five minutes and one. */
  static final Waits REAL =
      new Waits(
          time -> Thread.sleep(time.toMillis()),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1));

  /** The same with another silence. */
  Waits withInitialSilence(Duration silence) {
    return new Waits(sleep, silence, shortestWatch, overtime);
  }

  /** The same with watches that are shorter. */
  Waits withWatches(Duration shortest, Duration overtime) {
    return new Waits(sleep, initialSilence, shortest, overtime);
  }

  /** The same, but time passes as this says. */
  Waits withSleep(Sleep sleep) {
    return new Waits(sleep, initialSilence, shortestWatch, overtime);
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }
}
