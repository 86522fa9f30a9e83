package dev.jop.controllergen;

import dev.jop.controllergen.source.JarText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build knows it. */
final class GeneratorVersion {

  private GeneratorVersion() {}

  static String current() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(JarText.read(GeneratorVersion.class, "version.properties")));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return properties.getProperty("version");
  }
}
