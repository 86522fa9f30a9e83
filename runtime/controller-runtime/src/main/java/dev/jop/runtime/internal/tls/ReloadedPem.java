package dev.jop.runtime.internal.tls;

import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.config.PemSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was made of PEM, and is made anew when the files change that it comes from.
 *
 * <p>Files are compared by what they hold: a kubelet swaps links, a tool may keep times. What
 * cannot be used is logged once, and the last good value stays. Used by one thread at a time.
 */
final class ReloadedPem<T> {

  private static final Logger LOG = LoggerFactory.getLogger(ClientTls.class);
  private static final int LARGEST = 16 * 1024 * 1024;

  private final List<PemSource> sources;
  private final Function<List<String>, T> maker;
  private List<String> seen;
  private String complaint = "";
  private T value;

  /**
   * Reads it for the first time.
   *
   * @param sources where the PEM is
   * @param maker makes a value of the PEM of each source; throws a {@link ConfigException} if it
   *     cannot be used
   * @throws ConfigException if it cannot be used
   */
  ReloadedPem(List<PemSource> sources, Function<List<String>, T> maker) {
    this.sources = sources;
    this.maker = maker;
    this.seen = read();
    this.value = maker.apply(seen);
  }

  T value() {
    return value;
  }

  /** Reads files again; whether there is a new value. */
  boolean refresh() {
    try {
      List<String> now = read();
      if (now.equals(seen)) {
        return false;
      }
      seen = now; // whatever comes of it
      value = maker.apply(now);
      complaint = "";
      LOG.info("{} changed and is used from now on", names());
      return true;
    } catch (ConfigException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.equals(complaint)) {
        LOG.warn("{}; what was read before is used until it is mended", message);
        complaint = message;
      }
      return false;
    }
  }

  private String names() {
    return String.join(" and ", sources.stream().map(PemSource::description).toList());
  }

  private List<String> read() {
    List<String> texts = new ArrayList<>(sources.size());
    for (PemSource source : sources) {
      texts.add(read(source));
    }
    return texts;
  }

  private static String read(PemSource source) {
    if (source instanceof PemSource.Data data) {
      return data.pem();
    }
    if (source instanceof PemSource.File file) {
      return read(file.path());
    }
    return "";
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length == 0 || bytes.length > LARGEST) {
        throw new ConfigException(
            file + (bytes.length == 0 ? " is empty" : " is too large for a certificate or key"));
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new ConfigException("there is no file " + file, e);
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
