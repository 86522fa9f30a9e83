package dev.jop.cli.golden;

import dev.jop.cli.command.Jop;
import dev.jop.cli.session.Session;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project in {@code testdata/golden}, and the commands that make it.
 *
 * @param commands the file with one command per line, without {@code jop}
 */
record GoldenProject(Path commands) {
  static final Path ROOT = Path.of("../testdata/golden").toAbsolutePath().normalize();
  private static final String SUFFIX = ".commands";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static List<GoldenProject> all() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(GoldenProject::new)
          .toList();
    }
  }

  String name() {
    return commands.getFileName().toString().replace(SUFFIX, "");
  }

  /** Where the project that is expected lies. */
  Path folder() {
    return ROOT.resolve(name());
  }

  /** Runs the commands in a folder. */
  void makeIn(Path empty) throws IOException {
    for (String line : Files.readAllLines(commands)) {
      if (!line.startsWith("#")) {
        run(empty, words(line));
      }
    }
  }

  private static void run(Path folder, List<String> words) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Session session =
        new Session(
            folder,
            Map.of("XDG_CACHE_HOME", Path.of("target/test-cache").toAbsolutePath().toString()),
            new BufferedReader(new StringReader("")),
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false);
    if (Jop.run(session, words.toArray(String[]::new)) != 0) {
      throw new AssertionError("jop " + words + ": " + errors.toString(StandardCharsets.UTF_8));
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }

  @Override
  public String toString() {
    return name();
  }
}
