package dev.jop.runtime.internal.auth;

import dev.jop.runtime.thread.Threads;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of a program that prints credentials.
 *
 * <p>There is no shell between. Its standard error goes on to this process's own, its standard
 * output is read up to a limit, and when its time is over it is killed with all that it started.
 */
final class PluginRun {

  /** Certificates with their chains are some kilobytes. */
  private static final int MAX_OUTPUT = 1 << 20;

  private static final int LAST_WORDS = 300;

  /** What its children that hold the standard output open get when it has ended itself. */
  private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

  private final String name;
  private final Duration limit;
  private final OutputStream errors;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final byte[] lastErrors = new byte[4096];
  private long errorCount;
  private volatile boolean tooMuch;

  /**
   * A run.
   *
   * @param name the program, for messages
   * @param limit how long it may take
   * @param errors where its standard error goes
   */
  PluginRun(String name, Duration limit, OutputStream errors) {
    this.name = name;
    this.limit = limit;
    this.errors = errors;
  }

  /**
   * The file of a command: itself if it is a path, else the first on the {@code PATH} that can be
   * run.
   */
  static Optional<String> find(String command, String path) {
    String known = Objects.requireNonNullElse(System.getenv("PATHEXT"), "");
    return find(command, path, extensions(File.separatorChar, known));
  }

  static Optional<String> find(String command, String path, List<String> extensions) {
    if (command.contains(File.separator)) {
      return extensions.stream()
          .map(extension -> command + extension)
          .filter(file -> Files.exists(Path.of(file)))
          .findFirst();
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String extension : extensions) {
        Path file = Path.of(folder).resolve(command + extension);
        if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(file.toString());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What may be left out at the end of a program's name: nothing, save on Windows.
   *
   * @param separator the one of the system's paths
   * @param known the {@code PATHEXT} of Windows; empty for what Windows takes by default
   */
  static List<String> extensions(char separator, String known) {
    if (separator != '\\') {
      return List.of("");
    }
    String all = known.isEmpty() ? ".COM;.EXE;.BAT;.CMD" : known;
    return Stream.concat(
            Stream.of(""), Stream.of(all.split(";")).filter(extension -> !extension.isBlank()))
        .toList();
  }

  /**
   * Runs the program and gives what it printed.
   *
   * @param command the program's file and its arguments
   * @param environment variables that it gets besides those of this process
   * @param interactive whether it gets this process's standard input
   * @throws CredentialsException if it cannot be started, fails, prints too much or takes too long
   */
  byte[] run(List<String> command, Map<String, String> environment, boolean interactive) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    if (interactive) {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    }
    try {
      Process process = builder.start();
      try {
        process.getOutputStream().close(); // so that it never waits for input
        return await(process);
      } finally {
        kill(process);
      }
    } catch (IOException e) { // its message names the program, and none of the arguments
      throw new CredentialsException(name + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsException("interrupted while " + name + " was running", e);
    }
  }

  private byte[] await(Process process) throws InterruptedException {
    Thread reading = Threads.start("plugin-output", () -> readOutput(process));
    Thread passing = Threads.start("plugin-errors", () -> passErrors(process.getErrorStream()));
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new CredentialsException(
          name + " did not end within " + limit.toSeconds() + " s" + lastWords());
    }
    reading.join(LAST_OUTPUT.toMillis());
    passing.join(LAST_OUTPUT.toMillis());
    if (tooMuch) {
      throw new CredentialsException(name + " printed more than 1 MiB");
    }
    if (process.exitValue() != 0) {
      throw new CredentialsException(
          name + " failed with exit code " + process.exitValue() + lastWords());
    }
    synchronized (output) {
      return output.toByteArray();
    }
  }

  private void readOutput(Process process) {
    byte[] buffer = new byte[8192];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (output) {
          if (output.size() + n > MAX_OUTPUT) {
            tooMuch = true;
            kill(process);
            return;
          }
          output.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // the pipe is closed once the process has ended
    }
  }

  private void passErrors(InputStream in) {
    byte[] buffer = new byte[1024];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        errors.write(buffer, 0, n);
        errors.flush();
        synchronized (lastErrors) {
          for (int i = 0; i < n; i++) {
            lastErrors[(int) (errorCount++ % lastErrors.length)] = buffer[i];
          }
        }
      }
    } catch (IOException e) {
      // the pipe is closed once the process has ended
    }
  }

  /** The end of what it wrote to its standard error, on one line and fit for a terminal. */
  private String lastWords() {
    byte[] bytes;
    synchronized (lastErrors) {
      int size = (int) Math.min(errorCount, lastErrors.length);
      bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = lastErrors[(int) ((errorCount - size + i) % lastErrors.length)];
      }
    }
    String words = printable(new String(bytes, StandardCharsets.UTF_8));
    if (words.length() > LAST_WORDS) {
      words = "…" + words.substring(words.length() - LAST_WORDS);
    }
    return words.isEmpty() ? "" : ": " + words;
  }

  /** A text on one line, without what could change the state of a terminal. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.replaceAll("\\s+", " ")
        .strip()
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || isVisible(c))
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
