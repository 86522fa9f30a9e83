package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.controllergen.oddities.OddSpec;
import dev.jop.controllergen.oddities.OddStatus;
import dev.jop.controllergen.oddities.Oddity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schema has the properties that Jackson writes, no more and no fewer. */
class JacksonPropertiesTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/jop/controllergen/oddities");

  @Test
  void namesThePropertiesThatJacksonWrites() {
    Oddity oddity = new Oddity();
    oddity.setSpec(new OddSpec());
    oddity.setStatus(new OddStatus(true, 1, 1, 1));
    Object written = new KubernetesSerialization().convertValue(oddity, Map.class);
    Object schema = YamlTree.schema(manifests().values().iterator().next());
    assertThat(keys(schema, "properties")).isEqualTo(keys(written));
    assertThat(keys(schema, "properties", "spec", "properties")).isEqualTo(keys(written, "spec"));
    assertThat(keys(schema, "properties", "status", "properties"))
        .isEqualTo(keys(written, "status"));
  }

  @Test
  void namesTheKindAsTheClientDoes() {
    assertThat(manifests())
        .containsOnlyKeys(
            "crd/bases/"
                + HasMetadata.getGroup(Oddity.class)
                + "_"
                + HasMetadata.getPlural(Oddity.class)
                + ".yaml");
  }

  private static Map<String, String> manifests() {
    GenerateResult result =
        ManifestGenerator.generate(
            GenerateRequest.of(List.of(SOURCES), GuestbookSources.classPath()));
    assertThat(result.diagnostics()).isEmpty();
    return result.files();
  }
}
