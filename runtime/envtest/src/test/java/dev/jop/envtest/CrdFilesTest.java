package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrdFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/crds");

  @TempDir Path folder;

  @Test
  void readsEveryDefinitionOfAFileAndPassesOverTheRest() {
    List<CrdManifest> manifests =
        CrdFiles.read(List.of(FOLDER.resolve("1-several.yaml")), CrdOptions.defaults());

    assertThat(manifests)
        .extracting(CrdManifest::name)
        .containsExactly("boats.test.jop.dev", "ports.test.jop.dev");
    assertThat(manifests.get(0).servedVersions()).containsExactly("v1", "v2");
    assertThat(manifests.get(0).plural()).isEqualTo("boats");
    assertThat(manifests.get(0).group()).isEqualTo("test.jop.dev");
  }

  @Test
  void letsTheLaterFileOfAFolderReplaceTheEarlier() {
    List<CrdManifest> manifests = CrdFiles.read(List.of(FOLDER), CrdOptions.defaults());

    assertThat(manifests).hasSize(2);
    assertThat(manifests.get(1).origin()).endsWith("2-update.yaml");
  }

  @Test
  void keepsFieldsThatNoModelKnowsAndDropsTheStatus() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("new.json"),
            """
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
             "metadata": {"name": "x.y", "resourceVersion": "7"}, "spec": {"fromTheFuture": {"on": 1}},
             "status": {"conditions": []}}
            """);

    CrdManifest manifest = CrdFiles.read(List.of(file), CrdOptions.defaults()).get(0);

    assertThat(manifest.json("42"))
        .contains("\"fromTheFuture\":{\"on\":1}", "\"resourceVersion\":\"42\"")
        .doesNotContain("status");
    assertThat(manifest.json("")).doesNotContain("resourceVersion");
  }

  @Test
  void refusesAMissingPathUnlessAskedNotTo() {
    List<Path> missing = List.of(folder.resolve("missing"));

    assertThatThrownBy(() -> CrdFiles.read(missing, CrdOptions.defaults()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("doesn't exist");
    assertThat(CrdFiles.read(missing, CrdOptions.defaults().withErrorIfPathMissing(false)))
        .isEmpty();
  }

  @Test
  void namesTheFileThatIsNotYaml() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "kind: [");

    assertThatThrownBy(() -> CrdFiles.read(List.of(file), CrdOptions.defaults()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("bad.yaml");
  }
}
