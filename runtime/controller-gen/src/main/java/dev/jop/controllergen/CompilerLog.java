package dev.jop.controllergen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the errors and warnings in what a compiler printed. */
final class CompilerLog {
  private static final Pattern IN_FILE =
      Pattern.compile("(.+\\.java):([0-9]+): (error|warning): (.*)");
  private static final Pattern ELSEWHERE = Pattern.compile("(error|warning): (.*)");

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
    text.lines()
        .forEach(
            line -> {
              Matcher inFile = IN_FILE.matcher(line);
              Matcher elsewhere = ELSEWHERE.matcher(line);
              if (inFile.matches() && inFile.group(3).equals(severity)) {
                found.add(
                    new ManifestDiagnostic(
                        Optional.of(Path.of(inFile.group(1))),
                        Long.parseLong(inFile.group(2)),
                        inFile.group(4)));
              } else if (elsewhere.matches() && elsewhere.group(1).equals(severity)) {
                found.add(new ManifestDiagnostic(Optional.empty(), 0, elsewhere.group(2)));
              }
            });
    return found.stream().distinct().toList();
  }
}
