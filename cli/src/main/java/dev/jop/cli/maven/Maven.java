package dev.jop.cli.maven;

import dev.jop.cli.CommandException;
import dev.jop.cli.session.Session;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Maven on the project in the session's folder: its wrapper if it has one, else that on the
 * PATH.
 */
public final class Maven {
  private static final String WRAPPER = "mvnw";

  /** What Maven puts before and into its lines, on a terminal or not. */
  private static final Pattern COLOURS = Pattern.compile("\\x1B\\[[;0-9]*m");

  /** How lines begin that tell errors; the first of those about a pom begins so twice. */
  private static final Pattern LEVEL = Pattern.compile("(\\[(ERROR|FATAL)] )+");

  /** Lines that say only that something is wrong; the next ones say what and where. */
  private static final List<String> HEADINGS =
      List.of("COMPILATION ERROR", "Some problems were encountered");

  private final Session session;

  /** For the project in the session's folder. */
  public Maven(Session session) {
    this.session = session;
  }

  /**
   * Runs a goal quietly, without the network if what they need is there, and with it otherwise.
   *
   * @param arguments the goal, and options for it
   * @throws CommandException with the first error that Maven tells
   */
  public void run(List<String> arguments) {
    Result offline = run(true, arguments);
    if (offline.code() == 0) {
      return;
    }
    Result online = run(false, arguments);
    if (online.code() != 0) {
      throw new CommandException("mvn " + arguments.get(0) + " failed: " + online.firstError());
    }
  }

  /** What Maven answered. */
  private record Result(int code, List<String> lines) {
    String firstError() {
      return lines.stream()
          .filter(line -> LEVEL.matcher(line).lookingAt())
          .map(line -> LEVEL.matcher(line).replaceFirst(""))
          .filter(line -> !line.isBlank() && HEADINGS.stream().noneMatch(line::startsWith))
          .findFirst()
          .orElse("exit code " + code);
    }
  }

  private Result run(boolean offline, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable().toString());
    command.addAll(List.of("-q", "-B"));
    if (offline) {
      command.add("-o");
    }
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(session.directory().toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = COLOURS.matcher(output).replaceAll("").lines().toList();
      return new Result(process.waitFor(), lines);
    } catch (IOException e) {
      throw new CommandException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while Maven ran", e);
    }
  }

  /** Where the Maven is installed that would run, if it is no wrapper. */
  Optional<Path> home() {
    try {
      Optional<Path> found = onPath();
      return found.isEmpty() || Files.isExecutable(session.directory().resolve(WRAPPER))
          ? Optional.empty()
          : Optional.ofNullable(found.get().toRealPath().getParent()).map(Path::getParent);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path executable() {
    Path wrapper = session.directory().resolve(WRAPPER);
    return Files.isExecutable(wrapper)
        ? wrapper
        : onPath()
            .orElseThrow(
                () ->
                    new CommandException(
                        "there is no mvn on the PATH; install Maven 3.8 or later"));
  }

  private Optional<Path> onPath() {
    return Stream.of(session.variable("PATH").orElse("").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
