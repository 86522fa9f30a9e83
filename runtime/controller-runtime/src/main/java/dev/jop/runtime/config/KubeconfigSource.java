package dev.jop.runtime.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that kubeconfigs are read from.
 *
 * @param path the file
 * @param namedBy what led to it, for messages: {@code --kubeconfig}
 */
record KubeconfigSource(Path path, String namedBy) {

  private static final Logger LOG = LoggerFactory.getLogger(KubeconfigSource.class);

  /** A thousand contexts with their certificates. Above it, reading would take seconds. */
  private static final int MAX_BYTES = 3 << 20;

  byte[] read() {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ConfigException(this + " is larger than 3 MiB");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new ConfigException("there is no " + this, e);
    } catch (IOException e) {
      throw new ConfigException(this + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A path in the file, which may be relative to the folder that the file is in.
   *
   * @throws ConfigException if no file can have it
   */
  Path resolve(String named) {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
    try {
      return folder.resolve(named).normalize();
    } catch (InvalidPathException e) { // its message repeats what does not print
      throw new ConfigException(
          this + " names a path that no file can have: " + named.replaceAll("\\p{Cntrl}", "?"));
    }
  }

  ConfigException error(int line, String problem) {
    return new ConfigException(this + ", line " + line + ": " + problem);
  }

  void warn(int line, String problem) {
    LOG.warn("{}, line {}: {}", this, line, problem);
  }

  @Override
  public String toString() {
    return "kubeconfig " + path + " (from " + namedBy + ")";
  }
}
