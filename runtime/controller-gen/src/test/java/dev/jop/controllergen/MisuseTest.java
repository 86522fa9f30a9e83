package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong sources are errors at the line that is wrong, and no manifest is made of them. */
class MisuseTest {
  private static final String IMPORTS =
      "package bad; import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*; import dev.jop.markers.validation.Optional;"
          + " import com.fasterxml.jackson.annotation.*; import io.fabric8.kubernetes.api.model.*;"
          + " import io.fabric8.kubernetes.client.CustomResource; import io.fabric8.kubernetes.model.annotation.*;"
          + " import java.util.List; import java.util.Map; import java.util.Set;";
  private static final String KIND =
      "@Group(\"x.example.com\") @Version(\"v1\") class Thing extends CustomResource<Spec, Void> {}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Minimum(1) String a                       | @Minimum: needs a number, not a value of type string
          @Minimum(1.5) int a                        | @Minimum: 1.5 is not an integer, as the value is
          @Minimum(1e300) long a                     | is too big to be exact
          @Minimum(3) @Maximum(2) int a              | @Maximum: no value is left between minimum 3 and maximum 2
          @Minimum(2) @Maximum(value = 2, exclusive = true) int a | no value is left
          @MinLength(-1) String a                    | @MinLength: -1 is negative
          @MaxLength(3) int a                        | @MaxLength: needs a value of type string, not integer
          @MinItems(1) String a                      | @MinItems: needs a value of type array, not string
          @Pattern("[a") String a                    | @Pattern: the API server (RE2) cannot read [a:
          @Pattern("a(?=b)") String a                | (RE2) cannot read a(?=b):
          @Pattern("(a)\\\\1") String a              | (RE2) cannot read (a)
          @Pattern("a++") String a                   | (RE2) cannot read a++:
          @Pattern("a") int a                        | @Pattern: needs a string
          List<@Minimum(1) String> a                 | @Minimum: needs a number
          @dev.jop.markers.validation.Enum({}) String a  | @Enum: needs at least one value
          @dev.jop.markers.validation.Enum({"a", "a"}) String a | @Enum: has a value twice
          @dev.jop.markers.validation.Enum("a") Color a  | the Java enum says already which values there are
          @Default("x") int a                        | @Default: must be of type integer, not "x"
          @Default("0") @Minimum(1) int a            | @Default: 0 is below minimum 1
          @Default("green") Color a                  | @Default: "green" is none of [RED]
          @Default("{") Map<String, String> a        | @Default: { is not JSON
          @Default("{\\"b\\": 1}") Inner a           | @Default: lacks the required property c; has no property b
          @Default("[1, x]") List<Integer> a         | @Default: [1] must be of type integer, not "x"
          @Required @Optional int a                  | cannot be both @Required and @Optional
          double a                                   | double is not written and read alike by all languages
          Object a                                   | the type java.lang.Object is not supported without @PreserveUnknownFields, which lets it be any JSON
          java.util.Locale a                         | the type java.util.Locale is not supported
          char a                                     | the type char is not supported
          int[] a                                    | int[] is an array; use a List
          List a                                     | java.util.List does not say what it holds
          List<?> a                                  | is not supported
          Map<Integer, String> a                     | the keys of a map must be strings
          Set<Inner> a                               | keeps sets of plain values only
          Runnable a                                 | the type java.lang.Runnable is not supported
          Box a                                      | bad.Box does not say what its type parameters are
          CustomResource<String, Void> a             | is there as a class file only
          Spec a                                     | Spec contains itself
          Chain a                                    | Chain contains itself through Link
          Getters a                                  | Jackson writes this as the property big
          Derived a                                  | Jackson writes this getter as the property big, which nothing sets
          Hidden a                                   | @Minimum: does not stand on a property
          Twice a                                    | there are two properties with the name b
          Unwrapped a                                | only an object with properties can be unwrapped
          Wrapped a                                  | @JsonCreator: a value made from another value
          Delegated a                                | @JsonValue: cannot be told from the source
          Differing a                                | @Minimum is on this property twice, with different values
          """)
  void refusesPropertiesAtTheirLine(String property, String message) throws IOException {
    List<ManifestDiagnostic> found =
        diagnostics(
            IMPORTS,
            KIND,
            "record Inner(String c) {}",
            "enum Color { RED }",
            "record Box<T>(T t) {}",
            "record Link(",
            "  Chain back) {}",
            "record Chain(List<Link> links) {}",
            "record Getters(int a) {",
            "  public boolean isBig() { return true; } }",
            "class Hidden {",
            "  @Minimum(1) private int hidden; }",
            "class Twice { public int b;",
            "  @JsonProperty(\"b\") public int c; }",
            "class Unwrapped {",
            "  @JsonUnwrapped public String inner; }",
            "class Wrapped { public int b;",
            "  @JsonCreator Wrapped(String text) {} }",
            "enum Delegated { A;",
            "  @JsonValue public int number() { return 1; } }",
            "class Differing {",
            "  @Minimum(1) private int b; @Minimum(2) public int getB() { return b; } }",
            "class Derived {",
            "  public boolean isBig() { return true; } }",
            "record Spec(",
            "  " + property + ") {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
    assertThat(found.get(0).file()).hasValue(folder.resolve("Thing.java"));
    assertThat(found.get(0).line()).isEqualTo(lineOf(property));
  }

  /** The last line has the property, but some properties are fine and their types are not. */
  private static long lineOf(String property) {
    return switch (property) {
      case "Chain a" -> 7;
      case "Getters a" -> 10;
      case "Hidden a" -> 12;
      case "Twice a" -> 14;
      case "Unwrapped a" -> 16;
      case "Wrapped a" -> 18;
      case "Delegated a" -> 20;
      case "Differing a" -> 22;
      case "Derived a" -> 24;
      default -> 26;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Version("v1")                        | a kind needs @Group, @Version
          @Group("x.example.com")               | a kind needs @Group, @Version
          @Group("Example") @Version("v1")      | the group "Example" must be a domain
          @Group("x.example.com") @Version("1") | the version "1" must be at most 63 small letters
          @Group("x.example.com") @Version("v1") @Plural("a_b") | the plural "a_b" must be
          @Group("x.example.com") @Version("v1") @ShortNames("T") | the short name "T" must be
          @Group("x.example.com") @Version(value = "v1", storage = false) | exactly one version of Thing must be stored
          @Group("x.example.com") @Version(value = "v1", served = false)  | no version of Thing is served
          @Group("x.example.com") @Version("v1") @PrinterColumn(name = "A", jsonPath = "spec.a") | must begin with a dot
          @Group("x.example.com") @Version("v1") @PrinterColumn(name = "A", jsonPath = ".spec.b") | leads nowhere: there is no .spec.b
          @Group("x.example.com") @Version("v1") @PrinterColumn(name = "A", jsonPath = ".spec.a.b") | there is no .spec.a with properties
          @Group("x.example.com") @Version("v1") @PrinterColumn(name = "", jsonPath = ".spec.a")  | needs a name
          @Group("x.example.com") @Version("v1") @PrinterColumn(name = "A", jsonPath = ".spec.a", format = "x") | has no column format x
          """)
  void refusesKindsAtTheirLine(String annotations, String message) throws IOException {
    List<ManifestDiagnostic> found =
        diagnostics(
            IMPORTS,
            "record Spec(int a) {}",
            annotations,
            "class Thing extends CustomResource<Spec, Void> {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
    assertThat(found.get(0).line()).isBetween(3L, 4L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups = "apps", resources = "a", verbs = {} | needs at least one verb
          groups = "apps", verbs = Verb.GET            | needs either resources or urls
          resources = "pods", verbs = Verb.GET         | needs groups
          groups = "apps", urls = "/x", verbs = Verb.GET | urls have neither groups
          namespace = "a", urls = "/x", verbs = Verb.GET | urls belong to no namespace
          """)
  void refusesPermissionsAtTheirLine(String values, String message) throws IOException {
    List<ManifestDiagnostic> found =
        diagnostics(IMPORTS, "@Rbac(" + values + ")", "class Thing {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
    assertThat(found.get(0).line()).isEqualTo(2);
  }

  @Test
  void refusesTwoVersionsThatDoNotFit() throws IOException {
    assertThat(
            diagnostics(
                IMPORTS,
                "@Group(\"x.example.com\") @Version(\"v1\")",
                "class Thing extends CustomResource<Void, Void> {",
                "  @Group(\"x.example.com\") @Version(\"v2\") @Kind(\"Thing\") @ShortNames(\"l\")",
                "  static class Later extends CustomResource<Void, Void> implements Namespaced {} }"))
        .extracting(ManifestDiagnostic::message)
        .anyMatch(
            message ->
                message.equals(
                    "must have the same names and scope as bad.Thing, which has the same plural, but"
                        + " has short names [l], not []; scope Namespaced, not Cluster"))
        .anyMatch(message -> message.contains("these are: [v1, v2]"));
  }

  @Test
  void reportsWhatTheCompilerDoesNotUnderstand() throws IOException {
    List<ManifestDiagnostic> unknown = diagnostics(IMPORTS, KIND, "record Spec(Missing a) {}");
    assertThat(unknown).hasSize(1);
    assertThat(unknown.get(0).message()).contains("cannot find symbol");
    assertThat(diagnostics(IMPORTS, "class Thing {"))
        .extracting(ManifestDiagnostic::line)
        .containsExactly(2L);
  }

  private List<ManifestDiagnostic> diagnostics(String... lines) throws IOException {
    Files.writeString(folder.resolve("Thing.java"), String.join("\n", lines) + "\n");
    GenerateResult result =
        ManifestGenerator.generate(
            GenerateRequest.of(List.of(folder), GuestbookSources.classPath()));
    assertThat(result.files()).isEmpty();
    return result.diagnostics();
  }
}
