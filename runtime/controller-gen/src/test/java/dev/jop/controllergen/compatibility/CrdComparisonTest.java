package dev.jop.controllergen.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jop.controllergen.compatibility.ApiChange.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change is told as a break, as a warning, or not at all. */
class CrdComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {type: string}                     | a: {type: integer}               | the type was string and is integer
          a: {type: integer}                    | a: {x-kubernetes-int-or-string: true} | the type was integer and is integer or string
          a: {type: string}, b: {type: integer} | b: {type: integer}               | the field was removed; stored values are lost
          a: {type: string}                     | b: {type: string}                | the field was removed (or renamed to b)
          a: {type: integer, minimum: 1}        | a: {type: integer, minimum: 2}   | minimum was 1 and is 2
          a: {type: integer}                    | a: {type: integer, minimum: 2}   | minimum is 2
          a: {type: number, minimum: 1.5}       | a: {type: number, minimum: 1.5, exclusiveMinimum: true} | minimum was 1.5 and is 1.5, which itself is refused
          a: {type: integer, maximum: 10}       | a: {type: integer, maximum: 9}   | maximum was 10 and is 9
          a: {type: integer, maximum: 10}       | a: {type: integer, maximum: 10, exclusiveMaximum: true} | which itself is refused
          a: {type: string, minLength: 1}       | a: {type: string, minLength: 2}  | minLength was 1 and is 2
          a: {type: string}                     | a: {type: string, maxLength: 9}  | maxLength is 9
          a: {type: string, pattern: x}         | a: {type: string, pattern: y}    | the pattern was x and is y
          a: {type: string}                     | a: {type: string, pattern: y}    | the pattern is y
          a: {type: string}                     | a: {type: string, format: ipv4}  | the format is ipv4
          a: {type: integer, format: int64}     | a: {type: integer, format: int32} | the format was int64 and is int32
          a: {type: string, enum: [x, y]}       | a: {type: string, enum: [y, z]}  | no longer accepts [x]
          a: {type: string}                     | a: {type: string, enum: [y]}     | accepts only [y] now
          a: {type: integer, multipleOf: 4}     | a: {type: integer, multipleOf: 3} | must be a multiple of 3 now
          a: {type: string, nullable: true}     | a: {type: string}                | null is refused now
          a: {type: array, items: {type: string}} | a: {type: array, items: {type: integer}} | the type was string and is integer
          a: {type: array, items: {type: string}} | a: {type: array, maxItems: 2, items: {type: string}} | maxItems is 2
          a: {type: array, items: {type: string}} | a: {type: array, x-kubernetes-list-type: set, items: {type: string}} | the list was of type atomic and is of type set
          a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object}} | a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k, l], items: {type: object}} | the keys of the list were [k] and are [k, l]
          a: {type: object, additionalProperties: {type: string}} | a: {type: object, additionalProperties: {type: string, maxLength: 1}} | maxLength is 1
          a: {type: object, additionalProperties: {type: string}} | a: {type: object, properties: {}} | the map takes no more keys of any name
          a: {type: object, x-kubernetes-preserve-unknown-fields: true} | a: {type: object} | unknown fields are no longer kept
          a: {type: object}                     | a: {type: object, x-kubernetes-embedded-resource: true} | with apiVersion and kind now
          a: {type: object}                     | a: {type: object, x-kubernetes-validations: [{rule: has(self.b)}]} | must keep the rule "has(self.b)" now
          a: {type: object}                     | a: {type: object, oneOf: [{required: [b]}]} | oneOf is new or other than it was
          a: {type: object, properties: {b: {type: string}}} | a: {type: object, required: [b], properties: {b: {type: string}}} | the field is required now, and has no default
          a: {type: object, properties: {}}     | a: {type: object, required: [b], properties: {b: {type: string}}} | the field is required now, and has no default
          a: {type: object, required: [b], properties: {b: {type: string, default: x}}} | a: {type: object, required: [b], properties: {b: {type: string}}} | the field is required now, and has no default
          """)
  void breaksWhatIsStoredOrSent(String before, String after, String what) {
    assertThat(compare(before, after))
        .filteredOn(change -> change.severity() == Severity.BREAKING)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.what()).contains(what);
              assertThat(change.where()).startsWith("Thing/v1:a");
              assertThat(change.advice()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {type: string, default: x}    | a: {type: string, default: y}   | the default was x and is y
          a: {type: string, default: x}    | a: {type: string}               | the default x was removed
          a: {type: string}                | a: {type: string, default: y}   | there is a default y now
          a: {type: object}                | a: {type: object, x-kubernetes-map-type: atomic} | the map was granular and is atomic
          """)
  void warnsOfWhatIsReadOtherwise(String before, String after, String what) {
    assertThat(compare(before, after))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.severity()).isEqualTo(Severity.WARNING);
              assertThat(change.where()).isEqualTo("Thing/v1:a");
              assertThat(change.what()).isEqualTo(what);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: {type: string}                  | a: {type: string, description: more}
          a: {type: string}                  | a: {type: string}, b: {type: string, default: x}
          a: {type: object, properties: {}}  | a: {type: object, properties: {b: {type: string}}}
          a: {type: object, properties: {}}  | a: {type: object, required: [b], properties: {b: {type: string, default: x}}}
          a: {type: object, required: [b], properties: {b: {type: string}}} | a: {type: object, properties: {b: {type: string}}}
          a: {type: integer, minimum: 2}     | a: {type: integer, minimum: 1}
          a: {type: integer, minimum: 2, exclusiveMinimum: true} | a: {type: integer, minimum: 2}
          a: {type: integer, maximum: 2}     | a: {type: integer, maximum: 3}
          a: {type: integer, maximum: 2}     | a: {type: integer}
          a: {type: string, maxLength: 2}    | a: {type: string, maxLength: 3}
          a: {type: string}                  | a: {type: string, minLength: 0}
          a: {type: string, pattern: x}      | a: {type: string}
          a: {type: string, format: ipv4}    | a: {type: string}
          a: {type: integer, format: int32}  | a: {type: integer, format: int64}
          a: {type: string, enum: [x]}       | a: {type: string, enum: [y, x]}
          a: {type: string, enum: [x]}       | a: {type: string}
          a: {type: integer, multipleOf: 4}  | a: {type: integer, multipleOf: 2}
          a: {type: string}                  | a: {type: string, nullable: true}
          a: {type: object}                  | a: {type: object, x-kubernetes-preserve-unknown-fields: true}
          a: {type: object, x-kubernetes-validations: [{rule: x, message: a}]} | a: {type: object, x-kubernetes-validations: [{rule: x, message: b}]}
          a: {type: array, items: {type: string, maxLength: 1}} | a: {type: array, x-kubernetes-list-type: atomic, items: {type: string}}
          """)
  void keepsSilentAboutWhatIsWider(String before, String after) {
    assertThat(compare(before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: v1, served: true, storage: true} | {name: v2, served: true, storage: true} | Thing/v1: the version was removed, though clusters hold
          {name: v1, served: true}, {name: v2, served: true, storage: true} | {name: v2, served: true, storage: true} | Thing/v1: the version was removed, though clients use it
          {name: v1, served: true, storage: true} | {name: v1, storage: true} | Thing/v1: the version is no longer served
          {name: v1, served: true, subresources: {status: {}}} | {name: v1, served: true} | Thing/v1: the status subresource was removed
          {name: v1, served: true, subresources: {scale: {specReplicasPath: .a}}} | {name: v1, served: true} | Thing/v1: the scale subresource was removed
          {name: v1, served: true, selectableFields: [{jsonPath: .spec.a}]} | {name: v1, served: true} | Thing/v1: objects can no longer be selected by .spec.a
          """)
  void breaksVersions(String before, String after, String what) {
    assertThat(CrdComparison.compare(List.of(crd("", before)), List.of(crd("", after))))
        .filteredOn(change -> change.severity() == Severity.BREAKING)
        .extracting(ApiChange::toString)
        .singleElement()
        .asString()
        .startsWith(what);
  }

  @Test
  void breaksAKindThatIsGoneOrElsewhere() {
    String before = crd("scope: Namespaced, ", "{name: v1, served: true, storage: true}");
    String after = crd("scope: Cluster, ", "{name: v1, served: true, storage: true}");
    assertThat(CrdComparison.compare(List.of(before), List.of(after)))
        .extracting(ApiChange::where, ApiChange::what)
        .containsExactly(tuple("Thing", "the scope was Namespaced and is Cluster"));
    assertThat(CrdComparison.compare(List.of(before), List.of()))
        .extracting(ApiChange::what)
        .containsExactly("the kind was removed, and with it all its objects");
    assertThat(CrdComparison.compare(List.of(), List.of(before))).isEmpty();
  }

  @Test
  void breaksAVersionThatIsNotServedButStored() {
    String after = crd("", "{name: v2, served: true, storage: true}");
    String before = crd("", "{name: v1}, {name: v2, served: true, storage: true}");
    assertThat(CrdComparison.compare(List.of(before), List.of(after)))
        .extracting(ApiChange::severity)
        .containsExactly(Severity.WARNING);
    assertThat(
            CrdComparison.compare(
                List.of(before + "status: {storedVersions: [v1, v2]}\n"), List.of(after)))
        .extracting(ApiChange::severity)
        .containsExactly(Severity.BREAKING);
  }

  @Test
  void readsObjectsOfTheOldStorageVersionWithTheNewOne() {
    String schemas =
        "{name: v1, served: true, storage: %s, schema: {openAPIV3Schema: {type: object, properties: {a: {type: string}}}}},"
            + " {name: v2, served: true, storage: %s, schema: {openAPIV3Schema: {type: object, properties: {b: {type: string}}}}}";
    String before = crd("", schemas.formatted(true, false));
    String after = schemas.formatted(false, true);
    assertThat(CrdComparison.compare(List.of(before), List.of(crd("", after))))
        .extracting(ApiChange::where)
        .containsExactly("Thing/v1→v2:a");
    assertThat(
            CrdComparison.compare(
                List.of(before), List.of(crd("conversion: {strategy: Webhook}, ", after))))
        .isEmpty();
  }

  @Test
  void warnsOfNamesThatScriptsUse() {
    String before = crd("", "{name: v1}").replace("kind: Thing,", "kind: Thing, shortNames: [t],");
    assertThat(CrdComparison.compare(List.of(before), List.of(crd("", "{name: v1}"))))
        .extracting(ApiChange::toString)
        .containsExactly("Thing: shortNames lost t; keep them for scripts");
  }

  @Test
  void passesOverOtherKindsAndRefusesWhatIsNoYaml() {
    String role = "kind: ClusterRole\nmetadata: {name: things.example.com}\n---\n";
    assertThat(CrdComparison.compare(List.of(role), List.of())).isEmpty();
    assertThatThrownBy(() -> CrdComparison.compare(List.of("a: b: c"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no YAML: ");
  }

  private static List<ApiChange> compare(String before, String after) {
    return CrdComparison.compare(
        List.of(crd("", version(before))), List.of(crd("", version(after))));
  }

  private static String version(String properties) {
    return "{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {"
        + properties
        + "}}}}";
  }

  private static String crd(String spec, String versions) {
    return """
        kind: CustomResourceDefinition
        metadata: {name: things.example.com}
        spec: {%snames: {kind: Thing, plural: things}, versions: [%s]}
        """
        .formatted(spec, versions);
  }
}
