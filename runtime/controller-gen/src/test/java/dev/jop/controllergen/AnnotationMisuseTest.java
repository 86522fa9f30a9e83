package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotations where they say nothing, or something that cannot be, are errors at their line. */
class AnnotationMisuseTest {
  private static final String TYPES =
      """
      record Part(String name, @Nullable String note, @AcceptsNull String empty, List<String> list) {}
      enum Color { RED }
      """;

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
          @MultipleOf(0) int a                        | @MultipleOf: 0.0 is not more than 0
          @MultipleOf(1.5) int a                      | @MultipleOf: 1.5 is not an integer
          @MultipleOf(2) String a                     | @MultipleOf: needs a number
          @MultipleOf(1.0 / 0) Integer a              | @MultipleOf: Infinity is no limit
          @Default("3") @MultipleOf(2) int a          | @Default: 3 is no multiple of 2
          @Default("A") @Pattern("[a-z]+") String a   | @Default: "A" does not match [a-z]+
          @Default("b: null") Map<String, String> a   | @Default: null is no value here
          @MinProperties(1) List<String> a            | @MinProperties: needs a value of type object, not array
          @MinProperties(2) @MaxProperties(1) Map<String, String> a | no value is left between minProperties 2 and maxProperties 1
          @Format("iso") String a                     | @Format: the API server has no format "iso"
          @Format("ipv4") int a                       | @Format: the API server has no format "ipv4" for a value of type integer
          @Format("ipv4") List<String> a              | @Format: needs a string or a number
          @Default("1.2.3") @Format("ipv4") String a  | @Default: "1.2.3" has not the format ipv4
          @Default("today") Instant a                 | @Default: "today" has not the format date-time
          @Default("2147483648") int a                | @Default: 2147483648 is beyond 32 bits
          @Default("[a, a]") Set<String> a            | @Default: has "a" twice
          @Example("x") int a                         | @Example: must be of type integer, not "x"
          @Enum({"1", "x"}) int a                     | @Enum: must be of type integer, not "x"
          @Enum("a") List<String> a                   | @Enum: needs a plain value
          @ExternalDocs(url = "a b") String a         | @ExternalDocs: "a b" is no absolute URL
          @UniqueItems List<Part> a                   | @UniqueItems: a set needs plain or atomic items
          @ListType(ListTopology.SET) List<@AcceptsNull String> a | @ListType: the items of a set cannot be null
          @ListType(ListTopology.MAP) List<Part> a    | @ListType: needs keys that tell the items apart
          @ListType(value = ListTopology.MAP, keys = "id") List<Part> a   | @ListType: the items have no property id
          @ListType(value = ListTopology.MAP, keys = "note") List<Part> a | @ListType: the key note must be required or have a default
          @ListType(value = ListTopology.MAP, keys = "empty") List<Part> a | @ListType: the key empty cannot be null
          @ListType(value = ListTopology.MAP, keys = "list") List<Part> a | @ListType: the key list must be a plain value
          @ListType(value = ListTopology.MAP, keys = {"name", "name"}) List<Part> a | @ListType: has a key twice
          @ListType(value = ListTopology.MAP, keys = "name") List<String> a | @ListType: a list that is merged as MAP needs objects
          @ListType(value = ListTopology.SET, keys = "name") List<String> a | @ListType: only a list that is merged as MAP has keys
          @ListType(ListTopology.SET) String a        | @ListType: needs a list
          @MapType(MapTopology.ATOMIC) List<String> a | @MapType: needs an object
          @EmbeddedResource String a                  | @EmbeddedResource: needs an object with properties, not a value of type string
          @EmbeddedResource Map<String, String> a     | @EmbeddedResource: needs an object with properties, not a map
          @EmbeddedResource @SchemaType(JsonType.OBJECT) Object a | @EmbeddedResource: the API server would keep nothing of the object
          @PreserveUnknownFields List<String> a       | @PreserveUnknownFields: needs an object
          @Schemaless String a                        | @Schemaless: the API server wants a type
          @Validation(rule = " ") String a            | @Validation: there is no rule
          @Validation(rule = "true", message = " ") String a | @Validation: the message is blank
          @Validation(rule = "true", optionalOldSelf = true) String a | @Validation: the rule does not use oldSelf
          @Validation(rule = "true", message = "a\\nb") String a | @Validation: a message has no line breaks
          @Validation(rule = "self != ''\\n&& self != 'a'") String a | @Validation: a rule of several lines needs a message
          @Validation(rule = "true") JsonNode a       | @Validation: the API server has no rules for a value of any type
          @Immutable JsonNode a                       | @Immutable: the API server has no rules for a value of any type
          @JsonFormat(shape = JsonFormat.Shape.NUMBER) Duration a | @JsonFormat: the shape NUMBER is not that of the type
          @jakarta.validation.constraints.Size(max = 3) int a | @Size: needs a value that has a size
          """)
  void refusesPropertiesAtTheirLine(String property, String message) {
    List<ManifestDiagnostic> found = source.faults(TYPES + "record Spec(\n" + property + ") {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
    assertThat(found.get(0).line()).isEqualTo(KindSource.FIRST_LINE + 3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @ExactlyOneOf({"a", "none"}) | @ExactlyOneOf: there is no property none, but [a, b, c, d]
          @ExactlyOneOf({"a", "c"})    | @ExactlyOneOf: the property c is required, so there is no choice
          @AtMostOneOf({"a", "d"})     | @AtMostOneOf: the property d has a default, so it is always there
          @AtMostOneOf("a")            | @AtMostOneOf: needs more names of properties
          @AtLeastOneOf({"a", "a"})    | @AtLeastOneOf: has a name twice in [a, a]
          @MinLength(1)                | @MinLength: needs a value of type string, not object
          """)
  void refusesAnnotationsOfTypesAtTheirLine(String annotation, String message) {
    List<ManifestDiagnostic> found =
        source.faults(
            annotation
                + "\nrecord Spec(@Nullable String a, @Nullable String b, String c, @Default(\"x\") String d) {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
    assertThat(found.get(0).line()).isEqualTo(KindSource.FIRST_LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sealed interface Any permits One, Two {}  | Any needs @JsonTypeInfo
          @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) sealed interface Any permits One, Two {} | use Id.NAME or Id.SIMPLE_NAME
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY) sealed interface Any permits One, Two {} | must include the name as PROPERTY
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) sealed interface Any permits One, Two { } | the property a is not the same in all variants
          interface Any {}                          | the type things.Any is not supported
          """)
  void refusesUnionsThatTheApiServerCannotTell(String union, String message) {
    String variants =
        union.contains("{ }")
            ? "record One(int a) implements Any {} record Two(String a) implements Any {}"
            : "record One(int a) implements Any {} record Two(int b) implements Any {}";
    List<ManifestDiagnostic> found = source.faults(union + variants + "\nrecord Spec(Any a) {}");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).message()).contains(message);
  }

  @Test
  void refusesADefaultThatAllVariantsWouldGet() {
    assertThat(
            source.faults(
                """
                @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) sealed interface Any permits One, Two {}
                record One(@Default("1") int a) implements Any {} record Two(int b) implements Any {}
                record Spec(Any a) {}
                """))
        .extracting(ManifestDiagnostic::message)
        .containsExactly(
            "Any: the API server would put the default of a into all variants, not only into One");
  }

  @Test
  void saysWhereAGenericTypeHasNoEnd() {
    assertThat(
            source.faults(
                "record Box<T>(@Nullable Box<List<T>> inner) {}\nrecord Spec(Box<String> a) {}"))
        .extracting(ManifestDiagnostic::message)
        .containsExactly(
            "Box contains itself with ever new arguments; the schema of a CRD must have an end");
  }

  @Test
  void takesARuleOfOneLineInATextBlock() {
    String block = "\"\"\"\n    self != ''\n    \"\"\"";
    assertThat(source.spec("record Spec(@Validation(rule = " + block + ") String a) {}"))
        .extracting(spec -> YamlTree.at(spec, "properties", "a", "x-kubernetes-validations"))
        .isEqualTo(List.of(Map.of("rule", "self != ''\n")));
  }
}
