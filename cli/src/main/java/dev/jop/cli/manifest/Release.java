package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The definitions of an earlier release.
 *
 * @param project the project's folder
 * @param name a git revision of the project; or a folder, with the definitions in it or in its
 *     {@code config/crd/bases}; or a file with all of them
 */
record Release(Path project, String name) {

  /** The texts of the files that hold the definitions, perhaps beside other objects. */
  List<String> texts() {
    Path place = project.resolve(name);
    if (Files.isRegularFile(place)) {
      return List.of(text(place));
    }
    if (!Files.isDirectory(place)) {
      return new GitTree(project, name).textsIn(Manifests.DEFINITIONS);
    }
    Path inProject = place.resolve(Manifests.DEFINITIONS);
    return textsIn(Files.isDirectory(inProject) ? inProject : place);
  }

  private static List<String> textsIn(Path folder) {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> isManifest(file.toString()))
          .sorted()
          .forEach(file -> texts.add(text(file)));
      return texts;
    } catch (IOException e) {
      throw new CommandException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CommandException(file + " is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new CommandException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
