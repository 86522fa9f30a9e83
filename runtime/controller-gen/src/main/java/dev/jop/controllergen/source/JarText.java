package dev.jop.controllergen.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts in the jar of this program. */
public final class JarText {

  private JarText() {}

  /**
   * Returns the text of a file beside a class.
   *
   * @throws InstallationException if it is missing, as after a repackaging that left it out
   */
  public static String read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new InstallationException(file + " is missing in the jar of jop-controller-gen");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
