package dev.jop.runtime.internal.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A token in a file that somebody replaces, as the kubelet replaces a Pod's.
 *
 * <p>It is read again when it was read 50 seconds ago, as client-go does, and when the server does
 * not accept it. A file that is empty or cannot be read leaves the last token in place; that is
 * logged once.
 */
final class FileTokens implements TokenSource {

  private static final Logger LOG = LoggerFactory.getLogger(FileTokens.class);
  private static final long KEPT = Duration.ofSeconds(50).toNanos();
  private static final int MAX_BYTES = 64 << 10;

  private final Path file;
  private final LongSupplier nanoTime;
  private String token;
  private boolean read;
  private boolean warned;
  private long readAt;

  /**
   * A token in a file.
   *
   * @param token what counts until the file was read, empty for nothing
   */
  FileTokens(Path file, String token, LongSupplier nanoTime) {
    this.file = file;
    this.token = token;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized String token() {
    long now = nanoTime.getAsLong();
    if (!read || now - readAt >= KEPT) {
      refresh(now);
    }
    return token;
  }

  @Override
  public synchronized boolean rejected(String rejected) {
    refresh(nanoTime.getAsLong());
    return !token.equals(rejected);
  }

  private void refresh(long now) {
    try {
      token = Authorization.requireToken(content(), "the file " + file);
      read = true;
      readAt = now;
      warned = false;
    } catch (CredentialsException e) {
      if (token.isEmpty()) {
        throw e;
      }
      if (!warned) {
        LOG.warn("{}; the last token goes on being used", e.getMessage());
        warned = true;
      }
    }
  }

  private String content() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new CredentialsException("the token file " + file + " is larger than 64 KiB");
      }
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (NoSuchFileException e) {
      throw new CredentialsException("there is no token file " + file, e);
    } catch (IOException e) {
      throw new CredentialsException(
          "the token file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
