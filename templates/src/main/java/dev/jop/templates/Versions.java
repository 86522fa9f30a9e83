package dev.jop.templates;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions that scaffolded projects are pinned to, from the one file that holds them. */
public final class Versions {
  private static final String FILE = "versions.properties";
  private static final Map<String, String> ALL = load();

  private Versions() {}

  /** The version of jop itself, which is also that of its runtime libraries. */
  public static String jop() {
    String version = ALL.get("jop");
    if (version == null) {
      throw new TemplateException(FILE + " has no version of jop");
    }
    return version;
  }

  /** All of them by name, the names being those in the file. */
  static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> load() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new TemplateException(FILE + " is missing in the jar");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new TemplateException("cannot read " + FILE, e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> versions.put(name, properties.getProperty(name)));
    return Map.copyOf(versions);
  }
}
