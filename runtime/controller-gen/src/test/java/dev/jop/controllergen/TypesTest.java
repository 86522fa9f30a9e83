package dev.jop.controllergen;

import static dev.jop.controllergen.YamlTree.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Java type is in a schema. */
class TypesTest {
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
          boolean a            | {type: boolean}
          byte a               | {type: integer}
          Integer a            | {type: integer, format: int32}
          long a               | {type: integer, format: int64}
          byte[] a             | {type: string, format: byte}
          java.util.UUID a     | {type: string, format: uuid}
          Instant a            | {type: string, format: date-time}
          OffsetDateTime a     | {type: string, format: date-time}
          java.util.Date a     | {type: string, format: date-time}
          MicroTime a          | {type: string, format: date-time}
          LocalDate a          | {type: string, format: date}
          JsonNode a           | {x-kubernetes-preserve-unknown-fields: true}
          GenericKubernetesResource a | {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
          java.util.ArrayList<String> a | {type: array, items: {type: string}}
          java.util.TreeSet<String> a   | {type: array, items: {type: string}, x-kubernetes-list-type: set}
          java.util.TreeMap<String, List<String>> a | {type: object, additionalProperties: {type: array, items: {type: string}}}
          List<? extends String> a      | {type: array, items: {type: string}}
          @JsonFormat(shape = JsonFormat.Shape.STRING) long a | {type: string}
          """)
  void isInTheSchema(String component, String schema) {
    assertThat(source.property(component)).isEqualTo(YamlTree.parse(schema));
  }

  @Test
  void limitsTheKeysOfAMapToThoseOfTheirEnum() {
    Object spec =
        source.spec(
            """
            enum Color { RED, @JsonProperty("blue") BLUE }
            record Spec(Map<Color, Integer> a) {}
            """);
    assertThat(at(spec, "properties", "a"))
        .isEqualTo(
            Map.of(
                "type",
                "object",
                "additionalProperties",
                Map.of("type", "integer", "format", "int32"),
                "maxProperties",
                2,
                "x-kubernetes-validations",
                List.of(
                    Map.of(
                        "rule", "self.all(key, key in ['RED', 'blue'])",
                        "message", "the keys must be among [RED, blue]"))));
  }

  @Test
  void putsTheArgumentsOfAGenericTypeInWithTheirAnnotations() {
    Object spec =
        source.spec(
            """
            record Pair<A, B>(A first, List<@Title("t") B> second) {}
            class Base<T> { public T base; }
            class Derived extends Base<Pair<@Minimum(1) Integer, String>> { public String own; }
            record Spec(Pair<@MaxLength(3) String, Pair<Boolean, String>> a, Derived b) {}
            """);
    Object pair = at(spec, "properties", "a", "properties");
    assertThat(at(pair, "first")).isEqualTo(Map.of("type", "string", "maxLength", 3));
    assertThat(at(pair, "second", "items", "title")).isEqualTo("t");
    assertThat(at(pair, "second", "items", "properties", "first", "type")).isEqualTo("boolean");
    assertThat(at(spec, "properties", "b", "properties", "base", "properties", "first", "minimum"))
        .isEqualTo(1);
  }

  @Test
  void tellsVariantsApartByAProperty() {
    Object spec =
        source.spec(
            """
            @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
            sealed interface Shape permits Circle, Square, Point {}
            @JsonTypeName("circle") @Validation(rule = "self.radius > 0", message = "flat")
            record Circle(String name, int radius) implements Shape {}
            record Square(String name, int side, @Nullable String note) implements Shape {}
            record Point(String name) implements Shape {}
            record Spec(Shape a, Circle b) {}
            """);
    assertThat(at(spec, "properties", "a"))
        .isEqualTo(
            YamlTree.parse(
                """
                type: object
                properties:
                  name: {type: string}
                  note: {type: string}
                  radius: {type: integer, format: int32}
                  side: {type: integer, format: int32}
                  type: {type: string, enum: [circle, Square, Point]}
                required: [name, type]
                oneOf:
                - properties: {type: {enum: [circle]}}
                  required: [name, radius]
                  not: {anyOf: [{required: [note]}, {required: [side]}]}
                - properties: {type: {enum: [Square]}}
                  required: [name, side]
                  not: {anyOf: [{required: [radius]}]}
                - properties: {type: {enum: [Point]}}
                  required: [name]
                  not: {anyOf: [{required: [note]}, {required: [radius]}, {required: [side]}]}
                x-kubernetes-validations:
                - rule: self.type != 'circle' || (self.radius > 0)
                  message: flat
                """));
    assertThat(at(spec, "properties", "b", "properties", "type", "enum"))
        .as("Jackson writes the name where only one variant can be, too")
        .isEqualTo(List.of("circle"));
  }

  @Test
  void putsVariantsIntoAnObjectWithTheirNames() {
    Object spec =
        source.spec(
            """
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
            @JsonSubTypes({@JsonSubTypes.Type(value = Disk.class, name = "disk"),
                @JsonSubTypes.Type(value = Net.class, name = "net")})
            interface Store {}
            record Disk(String path) implements Store {}
            record Net(String host) implements Store {}
            record Spec(Store a) {}
            """);
    Object store = at(spec, "properties", "a");
    assertThat(at(store, "properties", "disk", "properties", "path", "type")).isEqualTo("string");
    assertThat(at(store, "oneOf"))
        .isEqualTo(
            List.of(Map.of("required", List.of("disk")), Map.of("required", List.of("net"))));
  }

  @Test
  void takesTheDefaultVariantWhereNoneIsNamed() {
    Object spec =
        source.spec(
            """
            @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type", defaultImpl = One.class)
            sealed interface Any permits One, Two {}
            record One(int a) implements Any {}
            record Two(int b) implements Any {}
            record Spec(Any a) {}
            """);
    assertThat(at(spec, "properties", "a", "properties", "type", "default")).isEqualTo("One");
    assertThat(YamlTree.keys(spec, "properties", "a").contains("required")).isFalse();
  }

  @Test
  void namesPropertiesAsJacksonDoes() {
    Object spec =
        source.spec(
            """
            @tools.jackson.databind.annotation.JsonNaming(
                tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
            record Inner(int twoWords, @JsonProperty("asSaid") int said) {}
            @JsonIgnoreProperties("gone")
            class Spec {
              public int gone;
              public Inner inner;
              @JsonUnwrapped public Inner open;
              @JsonUnwrapped(prefix = "p_") @Nullable public Inner prefixed;
              private int viaGetter;
              @JsonGetter("got") public int read() { return viaGetter; }
              @JsonSetter("got") public void write(int value) { viaGetter = value; }
            }
            """);
    assertThat(YamlTree.keys(spec, "properties"))
        .isEqualTo(Set.of("asSaid", "got", "inner", "p_asSaid", "p_two_words", "two_words"));
    assertThat(YamlTree.keys(spec, "properties", "inner", "properties"))
        .isEqualTo(Set.of("asSaid", "two_words"));
    assertThat(at(spec, "required"))
        .as("nothing is required of what may be absent")
        .isEqualTo(List.of("asSaid", "got", "inner", "two_words"));
  }

  @Test
  void keepsWhatJacksonPutsIntoAMap() {
    Object spec =
        source.spec(
            """
            class Spec {
              public int known;
              private Map<String, Object> rest = Map.of();
              @JsonAnyGetter public Map<String, Object> rest() { return rest; }
              @JsonAnySetter public void put(String name, Object value) {}
            }
            """);
    assertThat(YamlTree.keys(spec, "properties")).hasSize(1);
    assertThat(at(spec, "x-kubernetes-preserve-unknown-fields")).isEqualTo(true);
  }

  @Test
  void describesWithJacksonsAnnotationsWhatHasNoJavadoc() {
    Object spec =
        source.spec(
            """
            @JsonClassDescription("of the class") record Inner(int a) {}
            /** @param said in Javadoc */
            record Spec(@JsonPropertyDescription("of the property") Inner a, List<Inner> b,
                @JsonPropertyDescription("unused") int said) {}
            """);
    assertThat(at(spec, "properties", "a", "description")).isEqualTo("of the property");
    assertThat(at(spec, "properties", "b", "items", "description")).isEqualTo("of the class");
    assertThat(at(spec, "properties", "said", "description")).isEqualTo("in Javadoc");
  }

  @Test
  void knowsTheTypesOfKubernetes() {
    Object spec =
        source.spec(
            "record Spec(PodTemplateSpec pod, List<Condition> conditions, ObjectMeta meta) {}");
    Object container =
        at(spec, "properties", "pod", "properties", "spec", "properties", "containers", "items");
    assertThat(at(container, "required")).isEqualTo(List.of("name"));
    assertThat(at(container, "properties", "ports", "x-kubernetes-list-map-keys"))
        .isEqualTo(List.of("containerPort", "protocol"));
    assertThat(at(container, "properties", "ports", "items", "properties", "protocol", "default"))
        .isEqualTo("TCP");
    assertThat(at(container, "properties", "image", "description").toString())
        .startsWith("Container image name.");
    assertThat(
            at(
                container,
                "properties",
                "resources",
                "properties",
                "limits",
                "additionalProperties",
                "x-kubernetes-int-or-string"))
        .isEqualTo(true);
    assertThat(at(spec, "properties", "conditions", "x-kubernetes-list-type")).isEqualTo("map");
    assertThat(at(spec, "properties", "meta", "type")).isEqualTo("object");
    assertThat(YamlTree.keys(spec, "properties", "meta").contains("properties")).isFalse();
  }

  @Test
  void opensTheMetadataInsideWhenTold() {
    GenerateResult result =
        source.generate(
            "record Spec(PodTemplateSpec pod) {}",
            KindSource.NAMES,
            "Void",
            GenerateOptions.defaults().withGenerateEmbeddedObjectMeta(true));
    Object spec =
        at(YamlTree.schema(String.join("", result.files().values())), "properties", "spec");
    assertThat(YamlTree.keys(spec, "properties", "pod", "properties", "metadata", "properties"))
        .isEqualTo(Set.of("annotations", "finalizers", "labels", "name", "namespace"));
  }

  @Test
  void shortensDescriptions() {
    String types = "/** One sentence. And another. */ record Spec(/** */ int a) {}";
    GenerateOptions options = GenerateOptions.defaults();
    Object cut =
        YamlTree.schema(
            String.join(
                "",
                source
                    .generate(types, KindSource.NAMES, "Void", options.withMaxDescLen(20))
                    .files()
                    .values()));
    assertThat(at(cut, "properties", "spec", "description")).isEqualTo("One sentence.");
    assertThat(
            source
                .generate(types, KindSource.NAMES, "Void", options.withMaxDescLen(0))
                .files()
                .values())
        .noneMatch(text -> text.contains("description:"));
  }
}
