package dev.jop.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scaffolded projects are byte for byte those in {@code testdata/golden}. */
class GoldenProjectTest {
  private static final boolean RENEW = Boolean.getBoolean("jop.golden.renew");

  static List<GoldenProject> projects() throws IOException {
    return GoldenProject.all();
  }

  @ParameterizedTest
  @MethodSource("projects")
  void isMadeByItsCommands(GoldenProject project, @TempDir Path made) throws IOException {
    project.makeIn(made);
    if (RENEW) {
      renew(project.folder(), made);
    }

    SortedMap<String, String> expected = files(project.folder());
    SortedMap<String, String> actual = files(made);
    assertThat(actual.keySet())
        .as("the files of %s; scripts/golden renews them", project)
        .isEqualTo(expected.keySet());
    expected.forEach(
        (path, text) ->
            assertThat(actual.get(path))
                .as("%s of %s; scripts/golden renews it", path, project)
                .isEqualTo(text));
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path path : paths(folder)) {
      if (Files.isRegularFile(path)) {
        byte[] bytes = Files.readAllBytes(path);
        files.put(
            folder.relativize(path).toString(), new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static void renew(Path golden, Path made) throws IOException {
    List<Path> old = paths(golden);
    for (Path path : old.stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
    for (Path path : paths(made)) {
      Files.copy(path, golden.resolve(made.relativize(path).toString()));
    }
  }

  /** Parents before their children. */
  private static List<Path> paths(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }
}
