package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.at;
import static dev.jop.controllergen.YamlTree.keys;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that the guestbook and its twin do not show. */
class SchemaRulesTest {
  private static final String IMPORTS =
      "import com.fasterxml.jackson.annotation.*; import dev.jop.markers.crd.*; import dev.jop.markers.rbac.*; import dev.jop.markers.validation.*; import dev.jop.markers.webhook.*;"
          + " import io.fabric8.kubernetes.client.CustomResource;"
          + " import io.fabric8.kubernetes.model.annotation.*; import java.util.List; import java.util.Map;"
          + " import org.jspecify.annotations.Nullable;\n";

  @TempDir Path folder;

  @Test
  void requiresWhatCannotBeAbsent() throws IOException {
    Object spec =
        spec(
            """
            record Spec(
                int primitive,
                Integer boxed,
                List<String> list,
                @Nullable String nullable,
                java.util.Optional<String> optional,
                java.util.OptionalInt optionalInt,
                @Default("1") int withDefault,
                @Default("1") @Required int requiredWithDefault,
                @Required @Nullable String requiredNullable,
                @dev.jop.markers.validation.Optional int optionalPrimitive) {}
            """);
    assertThat(at(spec, "required"))
        .isEqualTo(
            List.of("boxed", "list", "primitive", "requiredNullable", "requiredWithDefault"));
  }

  @Test
  void letsTheSpecBeAbsentWhenItIsNullable() throws IOException {
    assertThat(at(schema("record Spec() {}", "CustomResource<Spec, Void>"), "required"))
        .isEqualTo(List.of("spec"));
    Object schema = schema("record Spec() {}", "CustomResource<@Nullable Spec, Void>");
    assertThat(keys(schema).contains("required")).isFalse();
  }

  @Test
  void appliesAnnotationsInsideTypes() throws IOException {
    Object spec =
        spec(
            "record Spec(Map<String, List<@Minimum(1) Integer>> a, java.util.Optional<@MaxLength(3) String> b) {}");
    assertThat(at(spec, "properties", "a", "additionalProperties", "items"))
        .isEqualTo(Map.of("type", "integer", "format", "int32", "minimum", 1));
    assertThat(at(spec, "properties", "b")).isEqualTo(Map.of("type", "string", "maxLength", 3));
  }

  @Test
  void checksDefaultsOfObjectsAndLists() throws IOException {
    Object spec =
        spec(
            """
            record Inner(@Default("3") int size, @Nullable String name) {}
            record Spec(@Default("{}") Inner inner, @Default("[1, 2]") List<Integer> list, @Default("") String text) {}
            """);
    assertThat(at(spec, "properties", "inner", "default")).isEqualTo(Map.of());
    assertThat(at(spec, "properties", "list", "default")).isEqualTo(List.of(1, 2));
    assertThat(at(spec, "properties", "text", "default")).isEqualTo("");
  }

  @Test
  void takesTheDescriptionOfTheTypeWhereThePropertyHasNone() throws IOException {
    Object spec =
        spec(
            """
            /** Of the type. */ record Inner(int a) {}
            /** @param said of the property */
            record Spec(Inner said, Inner unsaid, List<Inner> list) {}
            """);
    assertThat(at(spec, "properties", "said", "description")).isEqualTo("of the property");
    assertThat(at(spec, "properties", "unsaid", "description")).isEqualTo("Of the type.");
    assertThat(at(spec, "properties", "list", "items", "description")).isEqualTo("Of the type.");
  }

  @Test
  void readsAKindThroughItsSuperclasses() throws IOException {
    Object schema =
        schema(
            "record Spec(int a) {} abstract class Base<T> extends CustomResource<T, Void> {}",
            "Base<Spec>");
    assertThat(at(schema, "properties", "spec", "properties", "a", "type")).isEqualTo("integer");
  }

  @Test
  void putsTheVersionsOfAKindIntoOneDefinition() throws IOException {
    Files.writeString(
        folder.resolve("Thing.java"),
        IMPORTS
            + """
            @Group("x.example.com") @Version(value = "v1beta1", storage = false, deprecated = true,
                deprecationWarning = "use v1")
            @Kind("Thing")
            class Old extends CustomResource<Void, Void> {}
            @Group("x.example.com") @Version("v1")
            class Thing extends CustomResource<Void, Void> {}
            """);
    List<?> versions = (List<?>) at(YamlTree.parse(definition()), "spec", "versions");
    assertThat(versions)
        .extracting(version -> at(version, "name"))
        .isEqualTo(List.of("v1", "v1beta1"));
    assertThat(at(versions.get(1), "deprecated")).isEqualTo(true);
    assertThat(at(versions.get(1), "deprecationWarning")).isEqualTo("use v1");
    assertThat(at(versions.get(1), "storage")).isEqualTo(false);
  }

  private Object spec(String types) throws IOException {
    return at(schema(types, "CustomResource<Spec, Void>"), "properties", "spec");
  }

  private Object schema(String types, String superclass) throws IOException {
    Files.writeString(
        folder.resolve("Thing.java"),
        IMPORTS
            + types
            + "\n@Group(\"x.example.com\") @Version(\"v1\") class Thing extends "
            + superclass
            + " {}\n");
    return YamlTree.schema(definition());
  }

  private String definition() {
    GenerateResult result =
        ManifestGenerator.generate(
            GenerateRequest.of(List.of(folder), GuestbookSources.classPath()));
    assertThat(result.diagnostics()).isEmpty();
    return String.join("", result.files().values());
  }
}
