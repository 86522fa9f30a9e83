package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports that a kind cannot be listed or watched: neither each try nor only the first.
 *
 * <p>The rule: a failure of a kind, which is its HTTP status, is logged at once, and then again
 * after every five minutes in which it still happens. That it is over is logged if it was logged.
 */
final class Outage {

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final ListWatch source;
  private final LongSupplier nanoTime;
  private final Map<Integer, Long> loggedAt = new HashMap<>();
  private long beganAt;
  private long tries;
  private boolean logged;
  private volatile @Nullable ApiException lastError;

  /**
   * No outage yet.
   *
   * @param nanoTime a time in nanoseconds that never goes back
   */
  Outage(ListWatch source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
  }

  /** The last failure, if nothing has gone well since. Safe for use by many threads. */
  Optional<ApiException> lastError() {
    return Optional.ofNullable(lastError);
  }

  /** A try failed. */
  void failed(ApiException error) {
    long now = nanoTime.getAsLong();
    if (lastError == null) {
      beganAt = now;
    }
    tries++;
    lastError = error;
    Long last = loggedAt.get(error.code());
    if (last != null && now - last < SILENCE.toNanos()) {
      return;
    }
    loggedAt.put(error.code(), now);
    logged = true;
    LOG.warn(
        "{}: {}. {}{}",
        source.type(),
        error.getMessage(),
        Remedy.of(error, source.type()),
        tries == 1 ? "" : " (" + tries + " tries failed in " + seconds(now) + " s)");
  }

  /** A try went well. */
  void end() {
    if (logged) {
      LOG.info(
          "{}: in touch with the API server again, after {} failed tries in {} s",
          source.type(),
          tries,
          seconds(nanoTime.getAsLong()));
    }
    lastError = null;
    tries = 0;
    logged = false;
  }

  private long seconds(long now) {
    return Duration.ofNanos(now - beganAt).toSeconds();
  }
}
