package dev.jop.controllergen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build knows it. */
final class GeneratorVersion {
  private static final String RESOURCE = "version.properties";

  private GeneratorVersion() {}

  static String current() {
    try (InputStream in = GeneratorVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing in the jar of jop-controller-gen");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
