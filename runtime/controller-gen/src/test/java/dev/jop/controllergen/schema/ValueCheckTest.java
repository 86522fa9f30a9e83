package dev.jop.controllergen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {
  private static final Schema TEXT = Schema.of(SchemaType.STRING);
  private static final Schema NUMBER = Schema.of(SchemaType.INTEGER);

  @ParameterizedTest
  @CsvSource({
    "ipv4, 10.0.0.255, 10.0.0.256",
    "mac, 00:1a:2B:3c:4d:5e, 00:1a:2B:3c:4d",
    "uuid, 123e4567-e89b-12d3-a456-426614174000, 123e4567",
    "hexcolor, #fff, #ffff",
    "ssn, 123-45-6789, 12-345-6789",
    "k8s-short-name, a-b, a.b",
    "k8s-long-name, a.b-c, a_b",
    "date, 2026-02-28, 2026-02-30",
    "date-time, 2026-02-28T10:00:00Z, 2026-02-28T10:00:00",
    "byte, YWI=, Y"
  })
  void tellsWhetherATextHasAFormat(String format, String right, String wrong) {
    Schema schema = TEXT.with("format", format);
    assertThat(ValueCheck.faults(right, schema)).isEmpty();
    assertThat(ValueCheck.faults(wrong, schema))
        .containsExactly("\"" + wrong + "\" has not the format " + format);
  }

  @Test
  void checksTheFurtherLimitsOfAValue() {
    Schema schema = TEXT.with("allOf", List.of(Map.of("maxLength", 5L), Map.of("maxLength", 3L)));
    assertThat(ValueCheck.faults("abc", schema)).isEmpty();
    assertThat(ValueCheck.faults("abcd", schema))
        .containsExactly("4 characters is above maxLength 3");
  }

  @Test
  void findsWhatIsTwiceInAListThatTellsItsItemsApart() {
    Schema item = Schema.object(Map.of("name", TEXT, "size", NUMBER), new TreeSet<>());
    Schema list =
        Schema.listOf(item)
            .with("x-kubernetes-list-type", "map")
            .with("x-kubernetes-list-map-keys", List.of("name"));
    List<Object> same = List.of(Map.of("name", "a", "size", 1L), Map.of("name", "a", "size", 2L));
    assertThat(ValueCheck.faults(same, list)).containsExactly("has {name=a} twice");
    assertThat(ValueCheck.faults(same, Schema.listOf(item))).isEmpty();
  }

  @Test
  void acceptsWhatTheApiServerKeepsThoughTheSchemaDoesNotKnowIt() {
    Schema object = Schema.object(Map.of("a", TEXT), new TreeSet<>());
    Map<String, Object> value = Map.of("a", "b", "kind", "c");
    assertThat(ValueCheck.faults(value, object)).containsExactly("has no property kind");
    assertThat(ValueCheck.faults(value, object.with(Schema.PRESERVE_UNKNOWN, true))).isEmpty();
    assertThat(ValueCheck.faults(value, object.with("x-kubernetes-embedded-resource", true)))
        .isEmpty();
    assertThat(ValueCheck.faults(value, Schema.of(SchemaType.ANY))).isEmpty();
  }

  @Test
  void saysWhereAFaultIs() {
    Schema schema =
        Schema.object(
            Map.of("a", Schema.listOf(Schema.mapOf(NUMBER.with("minimum", 3L)))), new TreeSet<>());
    assertThat(ValueCheck.faults(Map.of("a", List.of(Map.of(), Map.of("b", 2L))), schema))
        .containsExactly("a[1].b 2 is below minimum 3");
  }
}
