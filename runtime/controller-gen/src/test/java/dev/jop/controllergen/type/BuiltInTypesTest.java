package dev.jop.controllergen.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.controllergen.schema.JsonText;
import dev.jop.controllergen.schema.Schema;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of Kubernetes' types fit the classes that fabric8 has for them. */
class BuiltInTypesTest {
  private final BuiltInTypes types = new BuiltInTypes(false);
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void knowTheClassesThatKindsEmbed() {
    for (String name :
        List.of(
            "PodSpec",
            "PodTemplateSpec",
            "ResourceRequirements",
            "LabelSelector",
            "Affinity",
            "apps.DeploymentSpec",
            "batch.v1.JobSpec",
            "networking.v1.IngressSpec",
            "rbac.PolicyRule",
            "autoscaling.v2.HorizontalPodAutoscalerSpec",
            "policy.v1.PodDisruptionBudgetSpec")) {
      assertThat(types.find("io.fabric8.kubernetes.api.model." + name)).as(name).isPresent();
    }
    assertThat(types.find("io.fabric8.kubernetes.api.model.NoSuchType")).isEmpty();
    assertThat(types.find("java.lang.String")).isEmpty();
  }

  /**
   * What a class has and the schema has not would be pruned; the other way round, Java ignores it.
   */
  @Test
  void haveEveryPropertyOfTheClasses() throws Exception {
    List<String> missing = new ArrayList<>();
    int compared = 0;
    for (Object name : index().keySet()) {
      Class<?> type = classOf((String) name);
      if (type == null) {
        continue;
      }
      compared++;
      Schema schema = types.find((String) name).orElseThrow();
      Set<String> lost = new TreeSet<>(propertiesOf(type));
      lost.removeAll(schema.properties().keySet());
      if (!lost.isEmpty() && !schema.properties().isEmpty()) {
        missing.add(type.getSimpleName() + lost);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(compared).isGreaterThan(400);
  }

  private static Map<?, ?> index() throws Exception {
    try (InputStream in = BuiltInTypes.class.getResourceAsStream("builtins.jsonl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) JsonText.parse(text.lines().findFirst().orElseThrow());
    }
  }

  private static @Nullable Class<?> classOf(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException notInFabric8) {
      return null;
    }
  }

  private Set<String> propertiesOf(Class<?> type) {
    BeanDescription description =
        mapper
            .serializationConfig()
            .classIntrospectorInstance()
            .introspectForSerialization(
                mapper.constructType(type),
                mapper
                    .serializationConfig()
                    .classIntrospectorInstance()
                    .introspectClassAnnotations(mapper.constructType(type)));
    return description.findProperties().stream()
        .map(BeanPropertyDefinition::getName)
        .collect(Collectors.toSet());
  }
}
