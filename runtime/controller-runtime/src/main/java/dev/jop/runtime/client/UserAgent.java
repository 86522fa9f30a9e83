package dev.jop.runtime.client;

import java.util.Locale;

/**
 * What a program calls itself, in client-go's form: {@code program/version (os/architecture)
 * jop/version}.
 *
 * <p>An API server logs it, and takes the program's name for the owner of fields that are written
 * without one. So that name must not hold a version.
 */
final class UserAgent {

  private UserAgent() {}

  /** What this program calls itself. */
  static String ofThisProgram() {
    String os = System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "";
    String machine = System.getProperty("os.arch", "unknown");
    Package own = UserAgent.class.getPackage();
    String version = own == null ? null : own.getImplementationVersion();
    return "%s/unknown (%s/%s) jop/%s"
        .formatted(
            program(System.getProperty("sun.java.command", "")),
            os.isEmpty()
                ? word(System.getProperty("os.name", "unknown")).toLowerCase(Locale.ROOT)
                : os,
            switch (machine) {
              case "aarch64" -> "arm64";
              case "x86_64" -> "amd64";
              default -> word(machine);
            },
            version == null ? "unknown" : word(version));
  }

  /**
   * The name of a program: that of its jar without the version, or of its main class.
   *
   * @param command what was started, with its arguments behind a blank
   */
  static String program(String command) {
    String first = command.split("\\s", 2)[0];
    String name = first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
    if (name.endsWith(".jar")) {
      name = name.substring(0, name.length() - 4).replaceFirst("-[0-9].*", "");
    } else {
      name = name.substring(name.lastIndexOf('.') + 1);
    }
    return name.isEmpty() ? "unknown" : word(name);
  }

  /** What may stand there: letters, digits, and a few signs. */
  private static String word(String text) {
    return text.split(" ", 2)[0].replaceAll("[^A-Za-z0-9._+-]", "_");
  }
}
