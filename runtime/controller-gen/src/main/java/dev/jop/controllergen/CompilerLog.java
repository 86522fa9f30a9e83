package dev.jop.controllergen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the errors and warnings in what a compiler printed, each with all its lines. */
final class CompilerLog {
  private static final Pattern IN_FILE =
      Pattern.compile("(.+\\.java):([0-9]+): (error|warning): (.*)");
  private static final Pattern ELSEWHERE = Pattern.compile("(error|warning): (.*)");

  /** What stands after the lines of an error or a warning, but is none. */
  private static final Pattern END = Pattern.compile("(.+: )?Note: .*|[0-9]+ (error|warning)s?");

  private CompilerLog() {}

  /** Returns the errors, or the whole text as one if there are none to be recognised. */
  static List<ManifestDiagnostic> errors(String text) {
    List<ManifestDiagnostic> errors = read(text, "error");
    return errors.isEmpty()
        ? List.of(
            new ManifestDiagnostic(
                Optional.empty(), 0, "the Java compiler failed: " + text.strip()))
        : errors;
  }

  static List<ManifestDiagnostic> warnings(String text) {
    return read(text, "warning");
  }

  private static List<ManifestDiagnostic> read(String text, String severity) {
    List<ManifestDiagnostic> found = new ArrayList<>();
    Optional<Entry> open = Optional.empty();
    for (String line : text.lines().toList()) {
      Optional<Entry> next = Entry.begunBy(line);
      if (next.isEmpty() && !END.matcher(line).matches()) {
        open.ifPresent(entry -> entry.lines().add(line));
        continue;
      }
      open.filter(entry -> entry.severity().equals(severity))
          .ifPresent(entry -> found.add(entry.diagnostic()));
      open = next;
    }
    open.filter(entry -> entry.severity().equals(severity))
        .ifPresent(entry -> found.add(entry.diagnostic()));
    return found.stream().distinct().toList();
  }

  /** What begins with a line that has a severity, and goes on to the next such line. */
  private record Entry(String severity, Optional<Path> file, long number, List<String> lines) {

    static Optional<Entry> begunBy(String line) {
      Matcher inFile = IN_FILE.matcher(line);
      if (inFile.matches()) {
        return Optional.of(
            new Entry(
                inFile.group(3),
                Optional.of(Path.of(inFile.group(1))),
                Long.parseLong(inFile.group(2)),
                new ArrayList<>(List.of(inFile.group(4)))));
      }
      Matcher elsewhere = ELSEWHERE.matcher(line);
      return elsewhere.matches()
          ? Optional.of(
              new Entry(
                  elsewhere.group(1),
                  Optional.empty(),
                  0,
                  new ArrayList<>(List.of(elsewhere.group(2)))))
          : Optional.empty();
    }

    ManifestDiagnostic diagnostic() {
      return new ManifestDiagnostic(file, number, String.join("\n", lines));
    }
  }
}
