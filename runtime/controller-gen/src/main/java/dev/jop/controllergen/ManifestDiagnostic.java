package dev.jop.controllergen;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An error in the sources, or a warning about them.
 *
 * @param file the file that it is in, if it is in one
 * @param line its line, counted from 1; 0 if there is none
 * @param message what is wrong, possibly in several lines
 */
public record ManifestDiagnostic(Optional<Path> file, long line, String message) {

  /** Returns it as a compiler prints it: {@code file:line: message}. */
  @Override
  public String toString() {
    return file.map(path -> path + ":" + (line > 0 ? line + ":" : "") + " ").orElse("") + message;
  }
}
