package dev.jop.plugins.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.plugins.ScaffoldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {
  private static final String TEXT =
      """
      # What this project is.
      cliVersion: 1.2.3
      domain: example.com
      future:
        field: 7
      layout:
      - java.jop.dev/v1
      multigroup: true
      plugins:
        grafana.kubebuilder.io/v1-alpha: {}
      projectName: library
      repo: com.example.library
      # Our APIs, the first is the oldest.
      resources:
      - api:
          crdVersion: v1
          namespaced: true
        controller: true
        domain: example.com
        group: shelf
        # Nobody says boxen.
        kind: Box
        path: com.example.library.api.shelf.v1
        plural: boxen
        version: v1
      - api:
          crdVersion: v1
        domain: example.com
        group: people
        kind: Reader
        path: com.example.library.api.people.v1
        version: v1
        webhooks:
          validation: true
      version: '3'
      # The end.
      """;

  @Test
  void writesWhatItRead() {
    String written = ProjectFile.format(ProjectFile.parse(TEXT), TEXT);

    assertThat(
            written.replace(
                "grafana.kubebuilder.io/v1-alpha: {\n    }", "grafana.kubebuilder.io/v1-alpha: {}"))
        .isEqualTo(TEXT);
  }

  @Test
  void readsEveryField() {
    Project project = ProjectFile.parse(TEXT);

    assertThat(project.domain()).isEqualTo("example.com");
    assertThat(project.projectName()).isEqualTo("library");
    assertThat(project.repo()).isEqualTo("com.example.library");
    assertThat(project.cliVersion()).isEqualTo("1.2.3");
    assertThat(project.layout()).containsExactly("java.jop.dev/v1");
    assertThat(project.multigroup()).isTrue();
    assertThat(project.others()).containsOnlyKeys("future", "plugins");
    Resource box = project.resources().get(0);
    assertThat(box.gvk()).isEqualTo(new Gvk("shelf", "example.com", "v1", "Box"));
    assertThat(box.plural()).isEqualTo("boxen");
    assertThat(box.namespaced()).isTrue();
    assertThat(box.controller()).isTrue();
    Resource reader = project.resources().get(1);
    assertThat(reader.plural()).isEqualTo("readers");
    assertThat(reader.namespaced()).isFalse();
    assertThat(reader.controller()).isFalse();
    assertThat(reader.others()).containsOnlyKeys("webhooks");
  }

  @Test
  void namesTheFieldsThatNobodyKnows() {
    assertThat(ProjectFile.unknownFields(ProjectFile.parse(TEXT))).containsExactly("future");
  }

  @Test
  void takesALayoutThatIsOneText() {
    String text = TEXT.replace("layout:\n- java.jop.dev/v1", "layout: java.jop.dev/v1");

    assertThat(ProjectFile.parse(text).layout()).containsExactly("java.jop.dev/v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: '3'   | version: '2'              | version \"2\" is not supported",
        "version: '3'   | other: 1                  | has no version",
        "domain:        | domain: [                 | not valid YAML in line",
        "- java.jop.dev | - go.kubebuilder.io       | was not made by jop",
        "projectName:   | name:                     | has no projectName",
        "resources:     | resources: 7 #            | not valid YAML",
        "true           | perhaps                   | must be true or false",
        "kind: Reader   | color: red                | resource 2 has no kind"
      })
  void saysInOneLineWhatIsWrong(String right, String wrong, String message) {
    assertThatThrownBy(() -> ProjectFile.parse(TEXT.replace(right, wrong)))
        .isInstanceOf(ScaffoldException.class)
        .hasMessageStartingWith("PROJECT")
        .hasMessageContaining(message);
  }

  @Test
  void refusesATextThatIsNoMapping() {
    assertThatThrownBy(() -> ProjectFile.parse("- a\n")).hasMessageContaining("must be a mapping");
    assertThatThrownBy(() -> ProjectFile.parse("")).hasMessageContaining("has no version");
  }
}
