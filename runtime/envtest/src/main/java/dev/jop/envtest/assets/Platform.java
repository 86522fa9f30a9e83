package dev.jop.envtest.assets;

import java.util.Locale;

/**
 * An operating system and a processor, in Go's words.
 *
 * @param os {@code linux} or {@code darwin}
 * @param arch {@code amd64}, {@code arm64} or what the JVM says
 */
public record Platform(String os, String arch) {
  /** The machine that this JVM runs on. */
  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      throw new AssetsException(
          "envtest runs on Linux and macOS; on Windows use its Linux subsystem");
    }
    String goOs = os.startsWith("mac") ? "darwin" : "linux";
    String goArch =
        switch (osArch) {
          case "x86_64", "amd64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    return new Platform(goOs, goArch);
  }

  @Override
  public String toString() {
    return os + "-" + arch;
  }
}
