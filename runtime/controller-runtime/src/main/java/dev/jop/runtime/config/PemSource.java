package dev.jop.runtime.config;

import java.nio.file.Path;

/** Where a certificate or key comes from, in PEM. */
public sealed interface PemSource {

  /** Nothing was configured. */
  PemSource NONE = new None();

  /**
   * What it is called in messages, such as a file's path or {@code client-key-data of user "a"}.
   */
  String description();

  /** Nothing was configured. */
  record None() implements PemSource {
    @Override
    public String description() {
      return "nothing";
    }
  }

  /**
   * The text itself.
   *
   * @param pem PEM, not in base64 once more
   * @param description what it is called in messages; the text itself never is
   */
  record Data(String pem, String description) implements PemSource {
    @Override
    public String toString() {
      return description;
    }
  }

  /**
   * A file, which is read again when it changes.
   *
   * @param path an absolute path
   */
  record File(Path path) implements PemSource {
    @Override
    public String description() {
      return path.toString();
    }
  }
}
