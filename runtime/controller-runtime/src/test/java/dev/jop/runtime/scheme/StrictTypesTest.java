package dev.jop.runtime.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which JSON fits which Java type: what Go's decoder would take, and nothing else. */
class StrictTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int '5'",
        "int 5.0",
        "int 1e3",
        "int 2147483648",
        "int -2147483649",
        "int true",
        "int ''",
        "int ' '",
        "int []",
        "int [5]",
        "int {}",
        "integer '5'",
        "integer 5.5",
        "integer 2147483648",
        "integer ''",
        "integer []",
        "long '5'",
        "long 9223372036854775808",
        "long 5.5",
        "longer '5'",
        "longer 9223372036854775808",
        "shorter 40000",
        "shorter '5'",
        "real '5'",
        "real 'NaN'",
        "real '-Infinity'",
        "real 1e400",
        "real true",
        "real ''",
        "realer 'NaN'",
        "realer 1e400",
        "realer '5'",
        "single 1e40",
        "single 'NaN'",
        "yes 'true'",
        "yes 1",
        "yes 0",
        "yes ''",
        "yesser 'true'",
        "yesser 0",
        "text 5",
        "text 5.5",
        "text true",
        "text {}",
        "text []",
        "text ['a']",
        "colour 1",
        "colour '1'",
        "colour ''",
        "colour 'BLUE'",
        "colour 'red'",
        "colour true",
        "texts ''",
        "texts 'a'",
        "texts {}",
        "texts [5]",
        "texts [true]",
        "ints ['5']",
        "ints [5.5]",
        "ints ''",
        "colours [0]",
        "array ['5']",
        "array ''",
        "map ''",
        "map []",
        "map {'a':5}",
        "intMap {'a':'5'}",
        "inner ''",
        "inner ' '",
        "inner 'a'",
        "inner 5",
        "inner []",
        "inner {'int':'5'}",
        "bigInteger '5'",
        "bigInteger 5.5",
        "bigDecimal '5'",
        "maybe 5",
        "intOrString true",
        "intOrString 5.5",
        "quantity ''"
      })
  void refuses(String fieldAndValue) {
    String field = fieldAndValue.split(" ", 2)[0];

    assertThatThrownBy(() -> decode(fieldAndValue))
        .isInstanceOf(CodecException.class)
        .hasMessageStartingWith("cannot read Types: " + field)
        .message()
        .doesNotContain("Coercion", "FAIL_ON", "Token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int 2147483647",
        "int -2147483648",
        "integer 5",
        "integer null",
        "long 9223372036854775807",
        "longer 9223372036854775807",
        "shorter -32768",
        "real 5",
        "real 1e300",
        "real -0.5",
        "realer 5",
        "single 0.5",
        "yes true",
        "yesser false",
        "text ''",
        "text ' '",
        "text '5'",
        "text null",
        "colour 'RED'",
        "colour null",
        "texts []",
        "texts ['']",
        "texts [null]",
        "ints [1,null]",
        "colours ['RED']",
        "array [1,2]",
        "map {}",
        "map {'':''}",
        "map {'a':null}",
        "intMap {'a':5}",
        "inner null",
        "bigInteger 123456789012345678901234567890",
        "bigDecimal 1.234567890123456789012345678901234567890",
        "maybe 'a'",
        "any 123456789012345678901234567890",
        "any {'a':[1,1.5,'x',null,true]}",
        "tree 1.234567890123456789012345678901234567890",
        "intOrString 5",
        "intOrString '5%'",
        "quantity '5'"
      })
  void takesAndGivesBack(String fieldAndValue) {
    String field = fieldAndValue.split(" ", 2)[0];

    JsonNode written = Codec.shared().toTree(decode(fieldAndValue)).path(field);

    JsonNode expected = Codec.shared().tree(json("{'v':" + fieldAndValue.split(" ", 2)[1] + "}"));
    assertThat(written.isMissingNode() || written.isNull()).isEqualTo(expected.path("v").isNull());
    if (!written.isMissingNode()) {
      assertThat(written.isNumber() ? written.decimalValue() : written)
          .usingComparator(StrictTypesTest::compare)
          .isEqualTo(written.isNumber() ? expected.path("v").decimalValue() : expected.path("v"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "shorter", "real", "single"})
  void takesNullForTheZeroOfAPrimitive(String field) {
    assertThat(Codec.shared().toTree(decode(field + " null")).path(field).asInt()).isZero();
  }

  private static int compare(Object one, Object other) {
    return one instanceof BigDecimal number
        ? number.compareTo((BigDecimal) other)
        : one.equals(other) ? 0 : 1;
  }

  private static Types decode(String fieldAndValue) {
    String[] parts = fieldAndValue.split(" ", 2);
    return Codec.shared().decode(json("{'" + parts[0] + "':" + parts[1] + "}"), Types.class);
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  enum Colour {
    GREEN,
    RED
  }

  /** A field of every type. */
  static final class Types {
    @com.fasterxml.jackson.annotation.JsonProperty("int")
    public int number;

    public @Nullable Integer integer;

    @com.fasterxml.jackson.annotation.JsonProperty("long")
    public long large;

    public @Nullable Long longer;
    public short shorter;
    public double real;
    public @Nullable Double realer;
    public float single;
    public boolean yes;
    public @Nullable Boolean yesser;
    public @Nullable String text;
    public @Nullable Colour colour;
    public @Nullable List<String> texts;
    public @Nullable List<Integer> ints;
    public @Nullable Set<Colour> colours;
    public int @Nullable [] array;
    public @Nullable Map<String, String> map;
    public @Nullable Map<String, Integer> intMap;
    public @Nullable Types inner;
    public @Nullable BigInteger bigInteger;
    public @Nullable BigDecimal bigDecimal;
    public Optional<String> maybe = Optional.empty();
    public @Nullable Object any;
    public @Nullable JsonNode tree;
    public @Nullable IntOrString intOrString;
    public @Nullable Quantity quantity;
  }
}
