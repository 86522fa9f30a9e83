package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each annotation on a value says in the schema. */
class AnnotationsTest {
  private KindSource source;

  @BeforeEach
  void writeInto(@TempDir Path folder) {
    source = new KindSource(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @MultipleOf(5) short a                      | {type: integer, multipleOf: 5}
          @Minimum(-3) @Maximum(4) short a            | {type: integer, minimum: -3, maximum: 4}
          @Minimum(value = 0, exclusive = true) short a | {type: integer, minimum: 0, exclusiveMinimum: true}
          @MinLength(1) @MaxLength(2) String a        | {type: string, minLength: 1, maxLength: 2}
          @Pattern("^a$") String a                    | {type: string, pattern: ^a$}
          @Format("ipv4") String a                    | {type: string, format: ipv4}
          @Format("int32") long a                     | {type: integer, format: int32}
          @Enum({"a", "b"}) String a                  | {type: string, enum: [a, b]}
          @Enum({"1", "2"}) short a                   | {type: integer, enum: [1, 2]}
          @MinItems(1) @MaxItems(2) List<String> a    | {type: array, items: {type: string}, minItems: 1, maxItems: 2}
          @UniqueItems List<String> a                 | {type: array, items: {type: string}, x-kubernetes-list-type: set}
          @MinProperties(1) @MaxProperties(2) Map<String, String> a | {type: object, additionalProperties: {type: string}, minProperties: 1, maxProperties: 2}
          @Title("A b") String a                      | {type: string, title: A b}
          @Example("3") short a                       | {type: integer, example: 3}
          @Example("x") String a                      | {type: string, example: x}
          @ExternalDocs(url = "https://a.b/c") String a | {type: string, externalDocs: {url: 'https://a.b/c'}}
          @ExternalDocs(url = "https://a.b", description = "d") String a | {type: string, externalDocs: {url: 'https://a.b', description: d}}
          @AcceptsNull String a                       | {type: string, nullable: true}
          List<@AcceptsNull String> a                 | {type: array, items: {type: string, nullable: true}}
          @Default("3") short a                       | {type: integer, default: 3}
          @Default("[1, 2]") List<Short> a            | {type: array, items: {type: integer}, default: [1, 2]}
          @Default("{\\"b\\": \\"c\\"}") Map<String, String> a | {type: object, additionalProperties: {type: string}, default: {b: c}}
          @ListType(ListTopology.ATOMIC) List<String> a | {type: array, items: {type: string}, x-kubernetes-list-type: atomic}
          @ListType(ListTopology.SET) List<String> a  | {type: array, items: {type: string}, x-kubernetes-list-type: set}
          @MapType(MapTopology.ATOMIC) Map<String, String> a | {type: object, additionalProperties: {type: string}, x-kubernetes-map-type: atomic}
          @SchemaType(JsonType.STRING) Locale a | {type: string}
          @SchemaType(JsonType.STRING) @Pattern("^[a-z]+$") Locale a | {type: string, pattern: '^[a-z]+$'}
          @SchemaType(JsonType.INT_OR_STRING) Object a | {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true}
          @SchemaType(JsonType.OBJECT) @PreserveUnknownFields Object a | {type: object, x-kubernetes-preserve-unknown-fields: true}
          @Schemaless @PreserveUnknownFields Runnable a | {x-kubernetes-preserve-unknown-fields: true}
          @PreserveUnknownFields Object a             | {x-kubernetes-preserve-unknown-fields: true}
          Map<String, @PreserveUnknownFields Object> a | {type: object, additionalProperties: {x-kubernetes-preserve-unknown-fields: true}}
          @EmbeddedResource @SchemaType(JsonType.OBJECT) @PreserveUnknownFields Object a | {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
          @MaxLength(8) IntOrString a                 | {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true, maxLength: 8}
          @Validation(rule = "self > 0") short a      | {type: integer, x-kubernetes-validations: [{rule: self > 0}]}
          List<@Validation(rule = "self > 0", message = "m") Short> a | {type: array, items: {type: integer, x-kubernetes-validations: [{rule: self > 0, message: m}]}}
          @Immutable short a                          | {type: integer, x-kubernetes-validations: [{rule: self == oldSelf, message: field is immutable}]}
          """)
  void saysInTheSchema(String component, String schema) {
    assertThat(source.property(component)).isEqualTo(YamlTree.parse(schema));
  }

  @Test
  void keepsAllOfARuleAndTheOrderOfRules() {
    Object spec =
        source.spec(
            """
            record Inner(int b) {}
            record Spec(
                @Validation(rule = "!oldSelf.hasValue() || self.b >= oldSelf.value().b",
                    messageExpression = "'not ' + string(self.b)", reason = Reason.FORBIDDEN,
                    fieldPath = ".b", optionalOldSelf = true)
                @Validation(rule = "self.b > 1", reason = Reason.INVALID) Inner a) {}
            """);
    assertThat(at(spec, "properties", "a", "x-kubernetes-validations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "rule", "!oldSelf.hasValue() || self.b >= oldSelf.value().b",
                    "messageExpression", "'not ' + string(self.b)",
                    "reason", "FieldValueForbidden",
                    "fieldPath", ".b",
                    "optionalOldSelf", true),
                Map.of("rule", "self.b > 1", "reason", "FieldValueInvalid")));
  }

  @Test
  void tellsItemsApartByKeys() {
    Object spec =
        source.spec(
            """
            record Port(int number, @Default("TCP") String protocol, @Nullable String name) {}
            record Spec(@ListType(value = ListTopology.MAP, keys = {"number", "protocol"}) List<Port> a) {}
            """);
    Object list = at(spec, "properties", "a");
    assertThat(at(list, "x-kubernetes-list-type")).isEqualTo("map");
    assertThat(at(list, "x-kubernetes-list-map-keys")).isEqualTo(List.of("number", "protocol"));
  }

  @Test
  void readsWhatStandsOnTheDeclarationOfATypeForAllItsValues() {
    Object spec =
        source.spec(
            """
            @StructType(MapTopology.ATOMIC) @MinProperties(1) @Title("Inner")
            @Validation(rule = "has(self.b)") record Inner(@Nullable String b) {}
            record Spec(List<@Validation(rule = "true") Inner> a, @Title("Other") Inner c) {}
            """);
    Object item = at(spec, "properties", "a", "items");
    assertThat(at(item, "x-kubernetes-map-type")).isEqualTo("atomic");
    assertThat(at(item, "minProperties")).isEqualTo(1);
    assertThat(at(item, "title")).isEqualTo("Inner");
    assertThat(at(spec, "properties", "c", "title")).isEqualTo("Other");
    assertThat(at(item, "x-kubernetes-validations"))
        .as("the rules of the value come before those of its type")
        .isEqualTo(List.of(Map.of("rule", "true"), Map.of("rule", "has(self.b)")));
  }

  @Test
  void keepsTheLimitsOfATypeBesideThoseOfAProperty() {
    Object spec =
        source.spec(
            """
            @MinLength(1) @MaxLength(63) record Name(@JsonValue String text) {}
            record Spec(@MaxLength(8) Name a, Name b) {}
            """);
    assertThat(at(spec, "properties", "a"))
        .isEqualTo(
            YamlTree.parse(
                "{type: string, minLength: 1, allOf: [{maxLength: 63}, {maxLength: 8}]}"));
    assertThat(at(spec, "properties", "b"))
        .isEqualTo(YamlTree.parse("{type: string, minLength: 1, maxLength: 63}"));
  }

  @Test
  void writesTheRulesOfControllerGenForGroupsOfProperties() {
    Object spec =
        source.spec(
            """
            @ExactlyOneOf({"a", "b"}) @AtMostOneOf({"b", "c"}) @AtMostOneOf({"c", "d"}) @AtLeastOneOf({"c", "d"})
            record Spec(@Nullable String a, @Nullable String b, @Nullable String c, @Nullable String d) {}
            """);
    assertThat(at(spec, "x-kubernetes-validations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "rule", "(has(self.b)?1:0)+(has(self.c)?1:0) <= 1",
                    "message", "at most one of the fields in [b c] may be set"),
                Map.of(
                    "rule", "(has(self.c)?1:0)+(has(self.d)?1:0) <= 1",
                    "message", "at most one of the fields in [c d] may be set"),
                Map.of(
                    "rule", "(has(self.a)?1:0)+(has(self.b)?1:0) == 1",
                    "message", "exactly one of the fields in [a b] must be set"),
                Map.of(
                    "rule", "has(self.c)||has(self.d)",
                    "message", "at least one of the fields in [c d] must be set")));
  }

  @Test
  void forbidsToTakeAwayWhatIsImmutable() {
    Object spec = source.spec("record Spec(@Immutable @Nullable String a, @Immutable String b) {}");
    assertThat(at(spec, "x-kubernetes-validations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "rule", "!has(oldSelf.a) || has(self.a)",
                    "message", "field a is immutable once set")));
  }

  @Test
  void escapesNamesThatCelDoesNotKnow() {
    Object spec =
        source.spec(
            """
            @ExactlyOneOf({"a-b", "in"})
            record Spec(@JsonProperty("a-b") @Nullable String a, @JsonProperty("in") @Nullable String b) {}
            """);
    assertThat(at(spec, "x-kubernetes-validations").toString())
        .contains("(has(self.a__dash__b)?1:0)+(has(self.__in__)?1:0) == 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @jakarta.validation.constraints.Min(2) @Nullable Short a | {type: integer, minimum: 2}
          @jakarta.validation.constraints.Max(2) Short a  | {type: integer, maximum: 2}
          @jakarta.validation.constraints.DecimalMin(value = "2", inclusive = false) Short a | {type: integer, minimum: 2, exclusiveMinimum: true}
          @jakarta.validation.constraints.Positive Short a | {type: integer, minimum: 0, exclusiveMinimum: true}
          @jakarta.validation.constraints.NegativeOrZero Short a | {type: integer, maximum: 0}
          @jakarta.validation.constraints.Size(min = 1, max = 3) String a | {type: string, minLength: 1, maxLength: 3}
          @jakarta.validation.constraints.Size(max = 3) List<String> a | {type: array, items: {type: string}, maxItems: 3}
          @jakarta.validation.constraints.NotEmpty Map<String, String> a | {type: object, additionalProperties: {type: string}, minProperties: 1}
          @jakarta.validation.constraints.NotBlank String a | {type: string, minLength: 1, pattern: \\S}
          @jakarta.validation.constraints.Email String a  | {type: string, format: email}
          @jakarta.validation.constraints.Pattern(regexp = "a.b") String a | {type: string, pattern: '^(?:a.b)$'}
          List<@jakarta.validation.constraints.Size(max = 3) String> a | {type: array, items: {type: string, maxLength: 3}}
          @io.fabric8.generator.annotation.Min(2) Short a | {type: integer, minimum: 2}
          @io.fabric8.generator.annotation.Max(value = 2, inclusive = false) Short a | {type: integer, maximum: 2, exclusiveMaximum: true}
          @io.fabric8.generator.annotation.Pattern("a") String a | {type: string, pattern: a}
          @io.fabric8.generator.annotation.Size(min = 2) String a | {type: string, minLength: 2}
          @io.fabric8.generator.annotation.Default("x") String a | {type: string, default: x}
          @io.fabric8.generator.annotation.Nullable String a | {type: string, nullable: true}
          @io.fabric8.generator.annotation.ValidationRule("self > 0") Short a | {type: integer, x-kubernetes-validations: [{rule: self > 0}]}
          """)
  void understandsWhatOthersSay(String component, String schema) {
    // Fields, since those of fabric8 do not stand on the components of records.
    Object spec = source.spec("class Spec { public " + component + "; }");
    assertThat(at(spec, "properties", "a")).isEqualTo(YamlTree.parse(schema));
  }

  @Test
  void requiresWhatOthersSayIsNotNull() {
    Object spec =
        source.spec(
            """
            class Spec {
              @jakarta.validation.constraints.NotNull @Nullable public String a;
              @io.fabric8.generator.annotation.Required @Nullable public String b;
              @Nullable public String c;
            }
            """);
    assertThat(at(spec, "required")).isEqualTo(List.of("a", "b"));
  }

  @Test
  void warnsOfALimitThatNobodyWouldCheck() {
    GenerateResult result =
        source.generate(
            "record Spec(@jakarta.validation.constraints.Past @Nullable Instant a) {}",
            KindSource.NAMES,
            "Void",
            GenerateOptions.defaults());
    assertThat(result.warnings())
        .extracting(ManifestDiagnostic::message)
        .containsExactly("@Past: the API server cannot check this");
  }
}
