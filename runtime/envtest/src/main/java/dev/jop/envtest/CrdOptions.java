package dev.jop.envtest;

import java.time.Duration;

/**
 * How custom resource definitions are installed.
 *
 * @param errorIfPathMissing whether a missing file or folder is an error; default: true
 * @param timeout how long to wait until the server serves them; default: 30 s
 */
public record CrdOptions(boolean errorIfPathMissing, Duration timeout) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** A missing path is an error; waits for 30 s. */
  public static CrdOptions defaults() {
    return new CrdOptions(true, TIMEOUT);
  }

  /** Whether a missing file or folder is an error. */
  public CrdOptions withErrorIfPathMissing(boolean value) {
    return new CrdOptions(value, timeout);
  }

  /** How long to wait until the server serves them. */
  public CrdOptions withTimeout(Duration value) {
    return new CrdOptions(errorIfPathMissing, value);
  }
}
