package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the annotations on a kind say in its definition. */
class KindMarkersTest {
  private static final String TYPES =
      """
      record Part(String name, @Nullable Integer size) {}
      record Spec(int replicas, @Nullable String color, @Nullable Map<String, String> labels,
          @Nullable List<Part> parts) {}
      record Status(@Nullable Integer replicas, @Nullable String selector) {}
      """;

  private Path folder;
  private KindSource source;

  @BeforeEach
  void writeInto(@TempDir Path temporary) {
    folder = temporary;
    source = new KindSource(temporary);
  }

  @Test
  void saysWhereTheReplicasAre() {
    Object version =
        version(
            "@Scale(selectorPath = \".status.selector\")\n@SelectableField(jsonPath = \".spec.color\")\n");
    assertThat(at(version, "subresources"))
        .isEqualTo(
            Map.of(
                "status",
                Map.of(),
                "scale",
                Map.of(
                    "specReplicasPath", ".spec.replicas",
                    "statusReplicasPath", ".status.replicas",
                    "labelSelectorPath", ".status.selector")));
    assertThat(at(version, "selectableFields"))
        .isEqualTo(List.of(Map.of("jsonPath", ".spec.color")));
  }

  @Test
  void leavesTheStatusInTheObjectWhenTold() {
    Object version = version("@StatusSubresource(false)\n");
    assertThat(YamlTree.keys(version).contains("subresources")).isFalse();
    assertThat(YamlTree.keys(version, "schema", "openAPIV3Schema", "properties").contains("status"))
        .isTrue();
  }

  @Test
  void labelsTheDefinition() {
    Object definition =
        YamlTree.parse(
            source.definition(
                TYPES,
                KindSource.NAMES
                    + "@Metadata(labels = \"a=b\", annotations = {\"c.d/e=f=g\", \"h=\"})\n",
                "Void"));
    assertThat(at(definition, "metadata", "labels")).isEqualTo(Map.of("a", "b"));
    assertThat(at(definition, "metadata", "annotations", "c.d/e")).isEqualTo("f=g");
    assertThat(at(definition, "metadata", "annotations", "h")).isEqualTo("");
  }

  @Test
  void namesTheWebhookThatConverts() {
    Object definition =
        YamlTree.parse(source.definition(TYPES, KindSource.NAMES + "@ConversionWebhook\n", "Void"));
    assertThat(at(definition, "spec", "conversion"))
        .isEqualTo(
            YamlTree.parse(
                """
                strategy: Webhook
                webhook:
                  clientConfig:
                    service: {name: webhook-service, namespace: system, path: /convert}
                  conversionReviewVersions: [v1]
                """));
  }

  @Test
  void checksTheWholeObjectWithTheRulesOfItsClass() {
    Object version =
        version(
            "@Validation(rule = \"self.metadata.name != 'a'\")\n@ExternalDocs(url = \"https://a.b\")\n");
    Object schema = at(version, "schema", "openAPIV3Schema");
    assertThat(at(schema, "x-kubernetes-validations"))
        .isEqualTo(List.of(Map.of("rule", "self.metadata.name != 'a'")));
    assertThat(at(schema, "externalDocs", "url")).isEqualTo("https://a.b");
  }

  @Test
  void skipsWhatIsOfOthers() throws Exception {
    assertThat(
            source
                .generate(
                    TYPES, KindSource.NAMES + "@SkipVersion\n", "Void", GenerateOptions.defaults())
                .files())
        .isEmpty();
    Files.writeString(
        folder.resolve("package-info.java"), "@dev.jop.markers.crd.SkipVersion package things;");
    assertThat(source.generate(TYPES, KindSource.NAMES, "Void", GenerateOptions.defaults()).files())
        .isEmpty();
  }

  @Test
  void makesPropertiesOptionalWhereThePackageSaysSo() throws Exception {
    Files.writeString(
        folder.resolve("package-info.java"),
        "@dev.jop.markers.validation.Optional package things;");
    Object schema =
        YamlTree.schema(
            source.definition("record Spec(int a, @Required int b) {}", KindSource.NAMES, "Void"));
    assertThat(at(schema, "properties", "spec", "required")).isEqualTo(List.of("b"));
    assertThat(YamlTree.keys(schema).contains("required")).isFalse();
  }

  @Test
  void warnsOfADefinitionThatKubectlCannotApply() {
    GenerateResult result =
        source.generate(
            "record Spec(PodTemplateSpec a, JobTemplate b) {} record JobTemplate(PodSpec a) {}",
            KindSource.NAMES,
            "Void",
            GenerateOptions.defaults());
    assertThat(result.warnings())
        .extracting(ManifestDiagnostic::message)
        .singleElement()
        .asString()
        .contains("but kubectl apply takes 262144; use kubectl apply --server-side");
  }

  @Test
  void refusesADefinitionThatEtcdCannotHold() {
    String prose = "日本 ".repeat(250_000);
    GenerateResult result =
        source.generate(
            "/** " + prose + "*/ record Spec(int a) {}",
            KindSource.NAMES,
            "Void",
            GenerateOptions.defaults());
    assertThat(result.diagnostics())
        .extracting(ManifestDiagnostic::message)
        .singleElement()
        .asString()
        .contains(
            "but etcd takes 1572864; shorten the descriptions with -Ajop.maxDescLen=… in the pom");
  }

  @Test
  void warnsOfAColumnThatStaysEmpty() {
    GenerateResult result =
        source.generate(
            TYPES,
            KindSource.NAMES
                + "@PrinterColumn(name = \"A\", type = ColumnType.INTEGER, jsonPath = \".spec.color\")\n",
            "Void",
            GenerateOptions.defaults());
    assertThat(result.warnings())
        .extracting(ManifestDiagnostic::message)
        .containsExactly(
            "@PrinterColumn: a column of type integer stays empty for a value of type string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .spec.labels.any
          .spec.labels['app.kubernetes.io/name']
          .spec.labels.app\\\\.kubernetes\\\\.io/name
          .spec.parts[*].name
          .spec.parts[0].size
          .spec.parts[?(@.name=='a')].size
          .metadata.creationTimestamp
          .spec..name
          """)
  void followsAPath(String path) {
    assertThat(version("@PrinterColumn(name = \"A\", jsonPath = \"" + path + "\")\n").toString())
        .contains("additionalPrinterColumns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @PrinterColumn(name = "A", jsonPath = ".spec.parts.name")      | there is no .spec.parts with properties
          @PrinterColumn(name = "A", jsonPath = ".spec.parts[*].none")   | there is no .spec.parts[].none
          @PrinterColumn(name = "A", jsonPath = ".spec.parts[?(@.none=='a')].name") | leads nowhere: there is no .none
          @PrinterColumn(name = "A", jsonPath = ".spec.color[0]")        | there is no .spec.color with items
          @PrinterColumn(name = "A", jsonPath = ".spec.parts[")          | cannot be read from [ on
          @PrinterColumn(name = "A", jsonPath = ".metadata.created")     | there is no .metadata.created
          @SelectableField(jsonPath = ".spec.none")                      | leads nowhere: there is no .spec.none
          @SelectableField(jsonPath = ".spec.parts[0].name")             | the path must go from name to name
          @SelectableField(jsonPath = ".spec.labels")                    | must lead to a string, an integer or a boolean, not to a value of type object
          @SelectableField(jsonPath = ".metadata.name")                  | can be selected or not without it
          @SelectableField(jsonPath = ".spec.color") @SelectableField(jsonPath = ".spec.color") | is there twice
          @Scale(specPath = ".spec.color")                               | must lead to a value of type integer, not string
          @Scale(specPath = ".status.replicas")                          | must go from name to name below .spec
          @Scale(statusPath = ".status.ready")                           | there is no .status.ready
          @Scale(selectorPath = ".spec.parts")                           | must lead to a value of type string, not array
          @Metadata(labels = "a")                                        | the label "a" must be as in name=value
          @Metadata(labels = "a=b c")                                    | the label a cannot have the value "b c"
          @Metadata(annotations = {"a=b", "a=c"})                        | the annotation a is there twice
          @ConversionWebhook(url = "http://a.b")                         | must begin with https://
          @ConversionWebhook(servicePort = 0)                            | the port 0 must be from 1 to 65535
          @ConversionWebhook(path = "convert")                           | the path "convert" must begin with /
          @ConversionWebhook(reviewVersions = {})                        | needs at least one review version
          """)
  void refusesWhatTheApiServerWould(String annotations, String message) {
    GenerateResult result =
        source.generate(
            TYPES, KindSource.NAMES + annotations + "\n", "Status", GenerateOptions.defaults());
    assertThat(result.diagnostics()).hasSize(1);
    assertThat(result.diagnostics().get(0).message()).contains(message);
    assertThat(result.diagnostics().get(0).line())
        .as("the compiler shows a repeated annotation at its class")
        .isBetween(KindSource.FIRST_LINE + 6L, KindSource.FIRST_LINE + 7L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://github.com/kubernetes/enhancements/pull/1111", "unapproved, x"})
  void takesAKindOfTheCommunityWithItsApproval(String approval) {
    String annotations =
        "@Group(\"x.k8s.io\") @Version(\"v1\") @Metadata(annotations ="
            + " \"api-approved.kubernetes.io="
            + approval
            + "\")\n";
    Object definition = YamlTree.parse(source.definition(TYPES, annotations, "Void"));
    assertThat(at(definition, "metadata", "annotations", "api-approved.kubernetes.io"))
        .isEqualTo(approval);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.k8s.io      |                                                              | with a reason that begins with unapproved
          kubernetes.io | @Metadata(annotations = "api-approved.kubernetes.io=yes")    | unapproved, not with "yes"
          a.b.k8s.io    | @Metadata(annotations = "api-approved.kubernetes.io=/a")     | unapproved, not with "/a"
          """)
  void refusesAKindOfTheCommunityWithout(String group, String annotation, String message) {
    GenerateResult result =
        source.generate(
            "record Spec(int a) {}",
            (annotation == null ? "" : annotation) + "@Group(\"" + group + "\") @Version(\"v1\")\n",
            "Void",
            GenerateOptions.defaults());
    assertThat(result.diagnostics()).hasSize(1);
    assertThat(result.diagnostics().get(0).message())
        .startsWith("the group " + group + " is the Kubernetes community's, ")
        .endsWith(message);
    assertThat(result.diagnostics().get(0).line()).isBetween(3L, 4L);
  }

  @Test
  void refusesAnnotationsOfKindsOnOtherTypes() {
    List<ManifestDiagnostic> faults =
        source.faults("@Scale\nrecord Spec(int a) {}\n@SkipVersion\nabstract class Base {}");
    assertThat(faults)
        .extracting(ManifestDiagnostic::line)
        .containsExactlyInAnyOrder(KindSource.FIRST_LINE + 0L, KindSource.FIRST_LINE + 2L);
    assertThat(faults).allMatch(fault -> fault.message().contains("stands on no kind"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Other(String name) {}",
        "abstract class Other extends CustomResource<Spec, Void> {}",
        "class Other { public String name; }",
        "interface Other {}",
        "enum Other { A }"
      })
  void refusesTheNamesOfAKindOnAnythingElse(String type) {
    assertThat(
            source.faults(
                "record Spec(int a) {}\n@Deprecated\n@Group(\"x.example.com\")\n@Version(\"v1\")\n"
                    + type))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(KindSource.FIRST_LINE + 2L);
              assertThat(fault.message())
                  .isEqualTo(
                      "@Group: stands on no kind: that is a class, not abstract, that extends"
                          + " CustomResource<Spec, Status>");
            });
  }

  @Test
  void wantsTheClassOfAForeignKindToBeCalledSo() {
    String other =
        """
        record Spec(int a) {}
        @Version("v1") @Group("y.example.com")
        class Other implements HasMetadata {
          private ObjectMeta metadata = new ObjectMeta();
          public String getKind() { return "Other"; }
          public String getApiVersion() { return "y.example.com/v1"; }
          public void setApiVersion(String version) {}
          public ObjectMeta getMetadata() { return metadata; }
          public void setMetadata(ObjectMeta metadata) { this.metadata = metadata; }
        }
        @Version("v1") @Group("y.example.com")
        class OtherList extends DefaultKubernetesResourceList<Other> {}
        """;
    assertThat(source.faults(other))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(KindSource.FIRST_LINE + 1L);
              assertThat(fault.message())
                  .startsWith("@Version: stands on no kind: ")
                  .endsWith("; of a kind that others define say @SkipVersion");
            });
    assertThat(
            source
                .generate(
                    other.replaceFirst("@Version", "@SkipVersion @Version"),
                    KindSource.NAMES,
                    "Void",
                    GenerateOptions.defaults())
                .files())
        .containsOnlyKeys("crd/bases/x.example.com_things.yaml");
  }

  @Test
  void refusesVersionsThatDisagreeAboutTheirDefinition() {
    String older =
        "@Group(\"x.example.com\") @Version(value = \"v1beta1\", storage = false) @Kind(\"Thing\")"
            + " @Metadata(labels = \"a=c\") @ConversionWebhook(path = \"/b\")\n"
            + "class Older extends CustomResource<Spec, Void> {}\n";
    GenerateResult result =
        source.generate(
            TYPES + older,
            KindSource.NAMES + "@Metadata(labels = \"a=b\") @ConversionWebhook\n",
            "Void",
            GenerateOptions.defaults());
    assertThat(result.diagnostics())
        .extracting(ManifestDiagnostic::message)
        .anyMatch(message -> message.contains("cannot have both a=b and a=c"))
        .anyMatch(message -> message.contains("must have the same @ConversionWebhook"));
  }

  @Test
  void refusesAVersionThatIsThereTwice() {
    List<ManifestDiagnostic> faults =
        source.faults(
            TYPES
                + "@Group(\"x.example.com\") @Version(value = \"v1\", storage = false) @Kind(\"Thing\")\n"
                + "class Other extends CustomResource<Spec, Void> {}");
    assertThat(faults)
        .extracting(ManifestDiagnostic::message)
        .singleElement()
        .asString()
        .contains("the version v1 is also declared by things.");
  }

  @Test
  void refusesMoreSelectableFieldsThanTheApiServerTakes() {
    String names = "abcdefghi";
    GenerateResult result =
        source.generate(
            "record Spec("
                + names.chars().mapToObj(c -> "int " + (char) c).collect(Collectors.joining(", "))
                + ") {}",
            KindSource.NAMES
                + names
                    .chars()
                    .mapToObj(c -> "@SelectableField(jsonPath = \".spec." + (char) c + "\")\n")
                    .collect(Collectors.joining()),
            "Void",
            GenerateOptions.defaults());
    assertThat(result.diagnostics())
        .extracting(ManifestDiagnostic::message)
        .containsExactly("@SelectableField: a kind has at most 8 of them");
  }

  private Object version(String annotations) {
    String definition = source.definition(TYPES, KindSource.NAMES + annotations, "Status");
    return ((List<?>) at(YamlTree.parse(definition), "spec", "versions")).get(0);
  }
}
