package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when to report that a kind cannot be listed or watched: neither each try nor only the first,
 * and so that the last that the log says is true.
 *
 * <p>The rule: a failure of a kind, which is its HTTP status, is reported at once, and then again
 * after every five minutes in which it still happens. If an outage is not reported for that, since
 * the one before it is not five minutes ago, it is when it has lasted for ten seconds. That it is
 * over is reported if it was: when the server accepts a watch, but only once if it goes on to end
 * watches as soon as it has accepted them.
 */
final class Outage {

  private static final Duration SILENCE = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BLINK = Duration.ofSeconds(1);

  private final ListWatch source;
  private final LongSupplier nanoTime;
  private final Map<String, Long> reportedAt = new HashMap<>();
  private long beganAt;
  private long tries;
  private boolean reported;
  private boolean seemsOver;
  private boolean blinks;
  private long acceptedAt;
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
    if (seemsOver && now - acceptedAt < BLINK.toNanos()) {
      blinks = true;
    } else if (seemsOver || tries == 0) {
      blinks = false;
      reported = false;
      tries = 0;
      beganAt = now;
    }
    seemsOver = false;
    tries++;
    lastError = error;
    boolean cut = error.retryAfter().compareTo(Pace.LONGEST_RETRY_AFTER) > 0;
    String kind = error.code() + (cut ? " with too long a wait" : "");
    Long last = reportedAt.get(kind);
    boolean isNew = last == null || now - last >= SILENCE.toNanos();
    if (!isNew && (reported || now - beganAt < PATIENCE.toNanos())) {
      return Optional.empty();
    }
    reportedAt.put(kind, now);
    reported = true;
    return Optional.of(
        "%s: %s. %s%s. The cache is stale until then%s"
            .formatted(
                source.type(),
                error.getMessage(),
                Remedy.of(error, source.type()),
                cut
                    ? " in %d s, and not in %d s as the server asks"
                        .formatted(
                            Pace.LONGEST_RETRY_AFTER.toSeconds(), error.retryAfter().toSeconds())
                    : "",
                tries == 1 ? "" : " (%d tries failed in %d s)".formatted(tries, seconds(now))));
  }

  /** The server has accepted a watch; gives what is to be reported, if anything. */
  Optional<String> accepted() {
    lastError = null;
    if (tries == 0) {
      return Optional.empty();
    }
    seemsOver = true;
    acceptedAt = nanoTime.getAsLong();
    return blinks ? Optional.empty() : reportEnd();
  }

  /** It has told something, or lived for long enough; gives what is to be reported, if anything. */
  Optional<String> end() {
    lastError = null;
    if (tries == 0) {
      return Optional.empty();
    }
    Optional<String> report = reportEnd();
    tries = 0;
    seemsOver = false;
    return report;
  }

  private Optional<String> reportEnd() {
    if (!reported) {
      return Optional.empty();
    }
    reported = false;
    return Optional.of(
        "%s: in touch with the API server again, after %d failed tries in %d s"
            .formatted(source.type(), tries, seconds(nanoTime.getAsLong())));
  }

  private long seconds(long now) {
    return Duration.ofNanos(now - beganAt).toSeconds();
  }
}
