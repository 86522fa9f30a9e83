package dev.jop.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Path SCAFFOLDS = Path.of("src/main/resources/dev/jop/templates/scaffolds");

  @Test
  void listsEveryTemplate() throws IOException {
    List<String> listed = Stream.of("java", "kustomize").flatMap(this::listed).sorted().toList();
    try (Stream<Path> files = Files.walk(SCAFFOLDS)) {
      List<String> there =
          files
              .filter(Files::isRegularFile)
              .map(file -> SCAFFOLDS.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(listed).isEqualTo(there);
    }
  }

  @Test
  void failsWhenAValueIsMissing() {
    Scaffold withoutModel =
        new Scaffold("java/init", IfExists.FAIL, Map.of("base", "a/b"), Map.of());

    assertThatThrownBy(() -> new Templates().render(withoutModel))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("cannot render the template scaffolds/java/init/");
  }

  @Test
  void failsWhenThereIsNoSuchFolder() {
    Scaffold unknown = new Scaffold("java/nothing", IfExists.FAIL, Map.of(), Map.of());

    assertThatThrownBy(() -> new Templates().render(unknown))
        .hasMessage("there are no templates in java/nothing");
  }

  @Test
  void knowsTheVersionOfJop() {
    assertThat(Versions.jop()).matches("[0-9]+\\.[0-9]+\\..*");
  }

  private Stream<String> listed(String root) {
    return TemplateIndex.load().in(root).stream().map(path -> root + "/" + path);
  }
}
