package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.controllergen.drawing.Drawing;
import dev.jop.controllergen.drawing.DrawingSpec;
import dev.jop.controllergen.drawing.Ink;
import dev.jop.controllergen.drawing.Layer;
import dev.jop.controllergen.drawing.Medium;
import dev.jop.controllergen.drawing.Owner;
import dev.jop.controllergen.drawing.Shape;
import dev.jop.controllergen.drawing.Title;
import dev.jop.envtest.Environment;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real API server keeps what Java writes of the hardest types, and refuses what they are not.
 */
class TypesIT {
  private static final Path SOURCES = Path.of("src/test/java/dev/jop/controllergen/drawing");
  private static final ResourceDefinitionContext DRAWINGS =
      new ResourceDefinitionContext.Builder()
          .withGroup("art.example.com")
          .withVersion("v1")
          .withKind("Drawing")
          .withPlural("drawings")
          .withNamespaced(true)
          .build();

  private static Environment environment;
  private static KubernetesClient client;

  @BeforeAll
  static void start(@TempDir Path config) {
    GenerateResult result =
        ManifestGenerator.generate(
            GenerateRequest.of(List.of(SOURCES), GuestbookSources.classPath()));
    assertThat(result.diagnostics()).isEmpty();
    result.writeTo(config);
    environment = Environment.start();
    environment.installCrds(config.resolve("crd/bases"));
    client = new KubernetesClientBuilder().withConfig(environment.config()).build();
  }

  @AfterAll
  static void stop() {
    if (client != null) {
      client.close();
    }
    if (environment != null) {
      environment.close();
    }
  }

  @Test
  void keepsEveryPropertyThatJavaWrites() {
    Drawing drawing = new Drawing();
    drawing.setMetadata(new ObjectMetaBuilder().withGenerateName("java-").build());
    drawing.setSpec(full());
    Drawing created =
        client.resources(Drawing.class).inNamespace("default").resource(drawing).create();
    assertThat(created.getSpec()).usingRecursiveComparison().isEqualTo(full());
  }

  private static DrawingSpec full() {
    DrawingSpec spec = new DrawingSpec();
    spec.title = new Title("Sunrise");
    spec.copies = 3;
    spec.layers =
        List.of(
            new Layer<>("front", List.of(new Shape.Circle(5), new Shape.Box(2, null))),
            new Layer<>("back", List.of(new Shape.Box(4, 5))));
    spec.ink = new Ink.Pen("blue");
    spec.sizes = Map.of(Medium.PAPER, "A4");
    spec.belongsTo = new Owner();
    spec.belongsTo.owner = "ann";
    spec.note = "x";
    spec.viewers = List.of("10.0.0.1");
    spec.id = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
    spec.any = JsonMapper.builder().build().readTree("{\"a\": [1, \"b\", {\"c\": true}]}");
    spec.open = Map.of("d", List.of(1));
    GenericKubernetesResource frame = new GenericKubernetesResource();
    frame.setApiVersion("v1");
    frame.setKind("ConfigMap");
    frame.setMetadata(new ObjectMetaBuilder().withName("frame").build());
    frame.setAdditionalProperty("data", Map.of("e", "f"));
    spec.frame = frame;
    spec.printer =
        new PodTemplateSpecBuilder()
            .withNewMetadata()
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("printer")
            .withImage("printer:1")
            .addNewPort()
            .withContainerPort(80)
            .withProtocol("TCP")
            .endPort()
            .withNewResources()
            .addToLimits("memory", new Quantity("1Gi"))
            .endResources()
            .endContainer()
            .endSpec()
            .build();
    spec.galleries = new LabelSelectorBuilder().addToMatchLabels("g", "h").build();
    spec.states =
        List.of(
            new ConditionBuilder()
                .withType("Drawn")
                .withStatus("True")
                .withReason("Done")
                .withMessage("")
                .withLastTransitionTime("2026-01-01T00:00:00Z")
                .build());
    return spec;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: ""                                     | spec.title
          layers: [{name: a, things: [{type: circle}]}] | oneOf
          layers: [{name: a, things: [{type: box, width: 1, radius: 2}]}] | oneOf
          layers: [{name: a, things: [{type: line}]}]   | Unsupported value: "line"
          layers: [{name: a, things: [{width: 1}]}]     | type: Required value
          layers: [{name: a, things: [{type: circle, radius: 100}]}] | too big for the paper
          layers: [{name: a, things: [{type: circle, radius: 0}]}] | should be greater than or equal to 1
          layers: [{name: a, things: []}, {name: a, things: []}] | Duplicate value
          ink: {pen: {color: red}, brush: {width: 1}}   | oneOf
          ink: {}                                       | oneOf
          sizes: {stone: A4}                            | the keys must be among [paper, canvas]
          sizes: {paper: too long a size}               | Too long
          viewers: [10.0.0.1, 10.0.0.1]                 | Duplicate value
          viewers: [10.0.0.256]                         | must be of type ipv4
          id: 123                                       | spec.id
          note: a, address: b                           | at most one of the fields in [note address] may be set
          frame: {kind: A}                              | apiVersion
          printer: {spec: {containers: [{image: a}]}}   | spec.printer.spec.containers[0].name: Required value
          states: [{type: A}]                           | spec.states[0].status: Required value
          copies: -1                                    | no copies of less than nothing
          """)
  void refusesWhatTheTypesAreNot(String property, String message) {
    String title = property.startsWith("title") ? "" : "title: a, ";
    assertThatThrownBy(() -> create("{" + title + property + "}"))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          layers: [{name: a, things: [{type: circle, radius: 99}, {type: box, width: 200}]}]
          ink: {brush: {width: 1}}
          sizes: {paper: A4, canvas: big}
          restorer: null
          address: b
          any: [1, {a: b}]
          open: text
          """)
  void acceptsWhatTheyAre(String property) {
    assertThat(create("{title: a, " + property + "}")).isNotNull();
  }

  @Test
  void letsNobodyChangeWhatIsImmutable() {
    GenericKubernetesResource created = create("{title: a, owner: ann}");
    for (Map<String, Object> spec :
        List.<Map<String, Object>>of(
            Map.of("title", "b", "owner", "ann"),
            Map.of("title", "a", "owner", "bob"),
            Map.of("title", "a"))) {
      created.setAdditionalProperty("spec", spec);
      assertThatThrownBy(() -> drawings().resource(created).update())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("immutable");
    }
    created.setAdditionalProperty("spec", Map.of("title", "a", "owner", "ann", "note", "n"));
    assertThat(drawings().resource(created).update()).isNotNull();
  }

  @Test
  void scalesAndSelects() {
    GenericKubernetesResource created = create("{title: chosen}");
    String name = created.getMetadata().getName();
    client.genericKubernetesResources(DRAWINGS).inNamespace("default").withName(name).scale(7);
    GenericKubernetesResource scaled = drawings().withName(name).get();
    assertThat(scaled.<Object>get("spec", "copies")).isEqualTo(7);
    assertThat(drawings().withField("spec.title", "chosen").list().getItems())
        .extracting(found -> found.getMetadata().getName())
        .containsExactly(name);
  }

  private static io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<
          GenericKubernetesResource,
          io.fabric8.kubernetes.api.model.GenericKubernetesResourceList,
          io.fabric8.kubernetes.client.dsl.Resource<GenericKubernetesResource>>
      drawings() {
    return client.genericKubernetesResources(DRAWINGS).inNamespace("default");
  }

  private static GenericKubernetesResource create(String spec) {
    String yaml =
        "apiVersion: art.example.com/v1\nkind: Drawing\nmetadata: {generateName: a-}\nspec: "
            + spec;
    return drawings()
        .resource(
            client.getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class))
        .create();
  }
}
