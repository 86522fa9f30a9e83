package dev.jop.runtime.cache;

import java.time.Duration;

/**
 * How a reflector waits.
 *
 * @param sleep lets time pass before the next try
 * @param initialSilence after how long of silence a watch is given up that has not told yet of all
 *     there is: nothing else keeps a server from writing then
 */
record Waits(Sleep sleep, Duration initialSilence) {

  /** In real time, and half a minute. */
  static final Waits REAL =
      new Waits(time -> Thread.sleep(time.toMillis()), Duration.ofSeconds(30));

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }
}
