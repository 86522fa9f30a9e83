package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API server would refuse in a rule is told at the rule. */
class CelMisuseTest {
  private static final String KIND =
      "@Group(\"x.example.com\") @Version(\"v1\") class Thing extends CustomResource<Spec, Void> {}";

  @TempDir Path folder;

  @Test
  void pointsIntoTheRule() {
    assertThat(
            told(
                KIND,
                "@Validation(",
                "    message = \"a message\",",
                "    rule = \"self.size > 0 && self.nam != ''\")",
                "record Spec(int size, String name) {}"))
        .containsExactly(
            """
                error 5 @Validation: self has no field 'nam'; it has name, size
                    self.size > 0 && self.nam != ''
                                          ^""");
  }

  @Test
  void readsARuleOfSeveralLines() {
    assertThat(
            told(
                KIND,
                "@Validation(message = \"m\", rule = \"\"\"",
                "    self.size > 0",
                "      && self.size + 'a' == 1",
                "    \"\"\")",
                "record Spec(int size) {}"))
        .containsExactly(
            """
                error 3 @Validation: there is no int + string
                      && self.size + 'a' == 1
                                   ^""");
  }

  @Test
  void checksRulesOnTypesPropertiesAndElements() {
    assertThat(
            told(
                KIND,
                "record Spec(",
                "    @Validation(rule = \"self > 'a'\") int size,",
                "    java.util.List<@Validation(rule = \"self > 1\") String> names,",
                "    Inner inner) {}",
                "@Validation(rule = \"self.x\")",
                "record Inner(int x) {}"))
        .containsExactlyInAnyOrder(
            "error 4 @Validation: there is no int > string\n    self > 'a'\n         ^",
            "error 5 @Validation: there is no string > int\n    self > 1\n         ^",
            "error 7 @Validation: must be of type bool, but is of type int\n    self.x\n         ^");
  }

  @Test
  void tellsOnceWhatIsWrongWithASharedType() {
    assertThat(
            told(
                KIND,
                "record Spec(Inner one, Inner other) {}",
                "@Validation(rule = \"self.y\")",
                "record Inner(int x) {}"))
        .hasSize(1);
  }

  @Test
  void seesTheNameOfTheResourceFromTheKind() {
    String rule = "@Validation(rule = \"self.metadata.name == self.spec.name\") ";
    assertThat(told(rule + KIND, "record Spec(@MaxLength(64) String name) {}")).isEmpty();
    assertThat(
            told(
                "@Validation(rule = \"self.metadata.labels == {}\") " + KIND,
                "record Spec(String name) {}"))
        .singleElement()
        .asString()
        .startsWith(
            "error 2 @Validation: self.metadata has no field 'labels'; it has generateName, name");
  }

  @Test
  void checksTheOtherPartsOfARule() {
    assertThat(
            told(
                KIND,
                "@Validation(rule = \"true\", messageExpression = \"self.size\")",
                "@Validation(rule = \"true\", fieldPath = \".nam\")",
                "record Spec(int size) {}"))
        .containsExactlyInAnyOrder(
            """
                error 3 @Validation: must be of type string, but is of type int
                    self.size
                         ^""",
            "error 4 @Validation: there is no field 'nam' at ''");
  }

  @Test
  void warnsOfWhatTheApiServerFindsTooExpensive() {
    assertThat(
            told(
                KIND,
                "record Spec(",
                "    java.util.@Validation(rule = \"self.all(n, self.exists_one(m, m == n))\") List<String> n) {}"))
        .first()
        .asString()
        .startsWith(
            "warning 4 @Validation: at spec.n, the rule may cost more than 100 times what the"
                + " API server accepts");
    assertThat(
            told(
                KIND,
                "record Spec(",
                "    java.util.@MaxItems(10) @Validation(rule = \"self.all(n, self.exists_one(m, m == n))\")",
                "    List<@MaxLength(10) String> names) {}"))
        .isEmpty();
  }

  @Test
  void knowsThatOldElementsOfAListCannotBeFound() {
    assertThat(
            told(
                KIND,
                "record Spec(java.util.List<Inner> list, Inner one) {}",
                "@MaxProperties(1)",
                "record Inner(@Immutable int size) {}"))
        .singleElement()
        .asString()
        .startsWith(
            "error 5 @Immutable: the API server cannot match old and new elements of spec.list");
  }

  @Test
  void refusesRulesOfItsOwnAboutPropertiesThatHaveNoNameInCel() {
    String jackson = "com.fasterxml.jackson.annotation.";
    assertThat(
            told(
                KIND,
                "@AtMostOneOf({\"a b\", \"c\"})",
                "record Spec(",
                "    @Optional @Immutable",
                "    @" + jackson + "JsonProperty(\"a b\") String ab,",
                "    @Optional String c,",
                "    Shape shape) {}",
                "@" + jackson + "JsonTypeInfo(use = " + jackson + "JsonTypeInfo.Id.NAME)",
                "sealed interface Shape {}",
                "@Validation(rule = \"self.r > 0\") record Circle(int r) implements Shape {}",
                "record Point(int x) implements Shape {}"))
        .containsExactlyInAnyOrder(
            "error 5 @Immutable: CEL has no name for the property a b",
            "error 8 Shape: CEL has no name for the property @type, so a variant can have no rules;"
                + " call it otherwise");
    assertThat(
            told(
                KIND,
                "@AtMostOneOf({\"a b\", \"c\"})",
                "record Spec(",
                "    @Optional @" + jackson + "JsonProperty(\"a b\") String ab,",
                "    @Optional String c) {}"))
        .containsExactly("error 3 @AtMostOneOf: CEL has no name for the property a b");
  }

  private List<String> told(String... lines) {
    GenerateResult result = new Snippet(folder).generate(lines);
    return Stream.concat(
            result.diagnostics().stream().map(found -> "error " + shown(found)),
            result.warnings().stream().map(found -> "warning " + shown(found)))
        .toList();
  }

  private static String shown(ManifestDiagnostic found) {
    return found.line() + " " + found.message();
  }
}
