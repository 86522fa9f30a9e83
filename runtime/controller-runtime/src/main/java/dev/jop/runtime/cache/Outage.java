package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when to report that a kind cannot be listed or watched: neither each try nor only the first.
 *
 * <p>The rule: a failure of a kind, which is its HTTP status, is reported at once, and then again
 * after every five minutes in which it still happens. That it is over is reported if it was.
 */
final class Outage {

  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final ListWatch source;
  private final LongSupplier nanoTime;
  private final Map<Integer, Long> reportedAt = new HashMap<>();
  private long beganAt;
  private long tries;
  private boolean reported;
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

  /** A try failed; gives what is to be reported, if anything. */
  Optional<String> failed(ApiException error) {
    long now = nanoTime.getAsLong();
    if (lastError == null) {
      beganAt = now;
    }
    tries++;
    lastError = error;
    Long last = reportedAt.get(error.code());
    if (last != null && now - last < SILENCE.toNanos()) {
      return Optional.empty();
    }
    reportedAt.put(error.code(), now);
    reported = true;
    return Optional.of(
        source.type()
            + ": "
            + error.getMessage()
            + ". "
            + Remedy.of(error, source.type())
            + (tries == 1 ? "" : " (" + tries + " tries failed in " + seconds(now) + " s)"));
  }

  /** A try went well; gives what is to be reported, if anything. */
  Optional<String> end() {
    Optional<String> report =
        reported
            ? Optional.of(
                "%s: in touch with the API server again, after %d failed tries in %d s"
                    .formatted(source.type(), tries, seconds(nanoTime.getAsLong())))
            : Optional.empty();
    lastError = null;
    tries = 0;
    reported = false;
    return report;
  }

  private long seconds(long now) {
    return Duration.ofNanos(now - beganAt).toSeconds();
  }
}
