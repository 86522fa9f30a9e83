package dev.jop.runtime.internal.auth;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Knows whether somebody can be asked on this process's standard input. */
final class Terminal {

  private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");

  private Terminal() {}

  static boolean isThere() {
    try {
      String device = Files.readSymbolicLink(STANDARD_INPUT).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException noProc) {
      return isConsole();
    }
  }

  /** Since Java 22 there is a console without a terminal, and a method that says so. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeJava22) {
      return true;
    }
  }
}
