package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the annotations of fabric8's generator say of a kind, wherever they stand. */
class Fabric8AnnotationsTest {
  private static final String CRD = "@io.fabric8.crd.generator.annotation.";
  private static final String MODEL = "@io.fabric8.kubernetes.model.annotation.";
  private static final String SCALED =
      "class Spec { public Size size; }"
          + " class Size { @SpecReplicas public Integer wished; }"
          + " class Status { @StatusReplicas public Integer count;"
          + MODEL
          + "LabelSelector @Nullable public String selector; }";

  @TempDir Path folder;
  private KindSource source;

  @BeforeEach
  void set() {
    source = new KindSource(folder);
  }

  @Test
  void findTheReplicasOnProperties() {
    assertThat(at(version(SCALED, "", "Status"), "subresources", "scale"))
        .isEqualTo(
            Map.of(
                "specReplicasPath", ".spec.size.wished",
                "statusReplicasPath", ".status.count",
                "labelSelectorPath", ".status.selector"));
  }

  @Test
  void areRefusedWhereNothingCanBeScaled() {
    assertThat(faults("class Spec { @SpecReplicas public Integer a; }", "", "Void"))
        .containsExactly(
            "@SpecReplicas: a kind that scales needs both @SpecReplicas and @StatusReplicas");
    assertThat(
            faults(
                "class Spec { @SpecReplicas public Integer a; @SpecReplicas public Integer b;"
                    + " @StatusReplicas public Integer c; }"
                    + " class Status { @StatusReplicas public String d; }",
                "",
                "Status"))
        .containsExactly(
            "@SpecReplicas: stands on .spec.a already",
            "@StatusReplicas: the path .spec.c must go from name to name below .status",
            "@StatusReplicas: the path .status.d must lead to a value of type integer, not string");
    assertThat(
            faults(
                "class Spec { public List<Size> a; } class Size { @SpecReplicas public Integer b; }"
                    + " class Status { @StatusReplicas public Integer c; }",
                "",
                "Status"))
        .containsExactly(
            "@SpecReplicas: the path .spec.a[*].b must go from name to name below .spec");
    assertThat(
            faults(
                SCALED,
                "@Scale(specPath = \".spec.size.wished\", statusPath = \".status.count\")",
                "Status"))
        .containsExactly("@SpecReplicas: @Scale on the kind says it already");
  }

  @Test
  void makeColumns() {
    String types =
        "class Spec { @X.PrinterColumn public Integer size;"
            + " @X.PrinterColumn(name = \"Since\", priority = 1,"
            + " format = io.fabric8.crd.generator.annotation.PrinterColumnFormat.DATE_TIME)"
            + " public String begin; }";
    String columns =
        "@X.AdditionalPrinterColumn(name = \"Age\", jsonPath = \".metadata.creationTimestamp\","
            + " type = io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type.DATE)\n"
            + "@X.AdditionalPrinterColumn(jsonPath = \".spec.begin\", getDescription = \"when\")\n";
    assertThat(
            at(
                version(types.replace("@X.", CRD), columns.replace("@X.", CRD), "Void"),
                "additionalPrinterColumns"))
        .isEqualTo(
            YamlTree.parse(
                """
                - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
                - {name: BEGIN, type: string, jsonPath: .spec.begin, description: when}
                - {name: Since, type: string, jsonPath: .spec.begin, format: date-time, priority: 1}
                - {name: SIZE, type: integer, jsonPath: .spec.size}
                """));
  }

  @Test
  void makeFieldsSelectable() {
    assertThat(
            at(
                version(
                    "class Spec { " + CRD + "SelectableField public String a; public String b; }",
                    CRD + "AdditionalSelectableField(jsonPath = \".spec.b\")\n",
                    "Void"),
                "selectableFields"))
        .isEqualTo(List.of(Map.of("jsonPath", ".spec.b"), Map.of("jsonPath", ".spec.a")));
  }

  @Test
  void labelTheDefinition() {
    Object definition =
        YamlTree.parse(
            source.definition(
                "class Spec {}",
                KindSource.NAMES
                    + CRD
                    + "Labels(\"a=b\") "
                    + CRD
                    + "Annotations({\"c=d\", \"e=f\"})\n",
                "Void"));
    assertThat(at(definition, "metadata", "labels")).isEqualTo(Map.of("a", "b"));
    assertThat(at(definition, "metadata", "annotations", "e")).isEqualTo("f");
  }

  @Test
  void keepUnknownFieldsAndSeveralRules() {
    Object spec =
        source.spec(
            """
            class Spec {
              @io.fabric8.crd.generator.annotation.PreserveUnknownFields public Inner inner;
              @io.fabric8.generator.annotation.ValidationRule("self > 0")
              @io.fabric8.generator.annotation.ValidationRule("self < 9")
              public Integer size;
            }
            class Inner {}
            """);
    assertThat(at(spec, "properties", "inner", "x-kubernetes-preserve-unknown-fields"))
        .isEqualTo(true);
    assertThat(at(spec, "properties", "size", "x-kubernetes-validations"))
        .isEqualTo(List.of(Map.of("rule", "self > 0"), Map.of("rule", "self < 9")));
  }

  @Test
  void areRefusedWhereTheyMeanNothing() {
    assertThat(
            faults(
                "class Spec { "
                    + CRD
                    + "SchemaFrom(type = String.class) public Integer a; public Inner b; } "
                    + CRD
                    + "Labels(\"a=b\") class Inner {}",
                "",
                "Void"))
        .containsExactlyInAnyOrder(
            "@SchemaFrom: a schema comes from the type of the property; give that another type, or"
                + " @SchemaType",
            "@Labels: stands on no kind: that is a class, not abstract, that extends"
                + " CustomResource<Spec, Status>");
    assertThat(faults("class Spec {}", CRD + "Labels(\"a=?\")\n", "Void"))
        .containsExactly("@Labels: the label a cannot have the value \"?\"");
  }

  @Test
  void holdRulesThatAreCheckedAsOurs() {
    String rule = "@io.fabric8.generator.annotation.ValidationRule(";
    GenerateResult result =
        source.generate(
            "class Spec {\n"
                + "  @PreserveUnknownFields "
                + rule
                + "\"true\") public Object open;\n"
                + "  "
                + rule
                + "value =\n"
                + "      \"self > 'a'\") public Integer size;\n"
                + "  "
                + rule
                + "value = \"true\", reason = \"No\") public Integer other; }\n",
            KindSource.NAMES,
            "Void",
            GenerateOptions.defaults());
    assertThat(result.diagnostics())
        .extracting(found -> found.line() - KindSource.FIRST_LINE + " " + found.message())
        .containsExactlyInAnyOrder(
            "1 @ValidationRule: the API server has no rules for a value of any type; give its type"
                + " with @SchemaType",
            "3 @ValidationRule: there is no int > string\n    self > 'a'\n         ^",
            "4 @ValidationRule: the API server knows no reason No");
  }

  private Object version(String types, String annotations, String status) {
    String definition = source.definition(types, KindSource.NAMES + annotations, status);
    return ((List<?>) at(YamlTree.parse(definition), "spec", "versions")).get(0);
  }

  private List<String> faults(String types, String annotations, String status) {
    return source
        .generate(types, KindSource.NAMES + annotations, status, GenerateOptions.defaults())
        .diagnostics()
        .stream()
        .map(ManifestDiagnostic::message)
        .toList();
  }
}
