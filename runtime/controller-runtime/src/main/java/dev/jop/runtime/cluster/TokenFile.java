package dev.jop.runtime.cluster;

import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A pod's token, read anew every minute: the kubelet replaces it long before it expires.
 *
 * <p>When it cannot be read the last one goes on being used.
 */
final class TokenFile implements OAuthTokenProvider {

  private static final long KEPT = Duration.ofMinutes(1).toNanos();

  private final Path file;
  private final LongSupplier nanoTime;
  private String token = "";
  private long readAt;

  TokenFile(Path file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized String getToken() {
    long now = nanoTime.getAsLong();
    if (token.isEmpty() || now - readAt >= KEPT) {
      try {
        token = Files.readString(file).strip();
        readAt = now;
      } catch (IOException e) {
        if (token.isEmpty()) {
          throw new UncheckedIOException("cannot read the service account's token " + file, e);
        }
      }
    }
    return token;
  }
}
