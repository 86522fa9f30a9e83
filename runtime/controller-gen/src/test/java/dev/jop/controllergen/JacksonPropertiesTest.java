package dev.jop.controllergen;

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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema has the properties that Jackson writes, no more and no fewer. */
class JacksonPropertiesTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/jop/controllergen/oddities");

  @Test
  void namesThePropertiesThatJacksonWrites() {
    Oddity oddity = new Oddity();
    oddity.setSpec(new OddSpec());
    oddity.setStatus(new OddStatus(true, 1, 1, 1));
    Map<?, ?> written = new KubernetesSerialization().convertValue(oddity, Map.class);
    Map<?, ?> schema = schema();
    assertThat(properties(schema).keySet()).isEqualTo(keys(written));
    assertThat(properties(child(schema, "spec")).keySet()).isEqualTo(keys(written.get("spec")));
    assertThat(properties(child(schema, "status")).keySet()).isEqualTo(keys(written.get("status")));
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

  private static java.util.Set<?> keys(Object map) {
    return ((Map<?, ?>) map).keySet();
  }

  private static Map<?, ?> schema() {
    Map<?, ?> crd =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(manifests().values().iterator().next());
    List<?> versions = (List<?>) ((Map<?, ?>) crd.get("spec")).get("versions");
    return (Map<?, ?>)
        ((Map<?, ?>) ((Map<?, ?>) versions.get(0)).get("schema")).get("openAPIV3Schema");
  }

  private static Map<String, String> manifests() {
    GenerateResult result =
        ManifestGenerator.generate(
            GenerateRequest.of(List.of(SOURCES), GuestbookSources.classPath()));
    assertThat(result.diagnostics()).isEmpty();
    return result.files();
  }

  private static Map<?, ?> properties(Map<?, ?> schema) {
    return (Map<?, ?>) schema.get("properties");
  }

  private static Map<?, ?> child(Map<?, ?> schema, String name) {
    return (Map<?, ?>) properties(schema).get(name);
  }
}
