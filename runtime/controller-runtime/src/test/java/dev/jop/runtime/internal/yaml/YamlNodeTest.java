package dev.jop.runtime.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.internal.yaml.YamlNode.Kind;
import dev.jop.runtime.internal.yaml.YamlNode.Mapping;
import dev.jop.runtime.internal.yaml.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlNodeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, b: yes, c: 1.50, d: 2020-01-01}|{\"a\":1,\"b\":true,\"c\":1.50,\"d\":\"2020-01-01\"}",
        "{a: 0x10, b: 010, c: -0b11, d: 1_000, e: .5}|{\"a\":16,\"b\":8,\"c\":-3,\"d\":1000,\"e\":0.5}",
        "[~, Null, nULL, '', \"\"]|[null,null,\"nULL\",\"\",\"\"]",
        "[y, N, On, oFF, 'true']|[true,false,true,\"oFF\",\"true\"]",
        "{a: &x {b: c}, d: *x}|{\"a\":{\"b\":\"c\"},\"d\":{\"b\":\"c\"}}",
        "{a: &x {b: c, d: e}, f: {<<: *x, d: g}}|{\"a\":{\"b\":\"c\",\"d\":\"e\"},\"f\":{\"d\":\"g\",\"b\":\"c\"}}",
        "!!str 5|\"5\"",
        "{\"a\\/b\":\"\\u00fc\\ud83d\\ude00\"}|{\"a/b\":\"ü😀\"}",
      })
  void readsAsKubectlReads(String yaml, String json) throws Exception {
    assertThat(YamlJson.of(read(yaml))).isEqualTo(json);
  }

  @Test
  void readsJsonThatIsIndentedWithTabs() throws Exception {
    assertThat(YamlJson.of(read("{\n\t\"a\":\t[\n\t\t1,\n\t\t2\n\t]\n}\n")))
        .isEqualTo("{\"a\":[1,2]}");
  }

  @Test
  void readsTheFirstOfSeveralDocuments() throws Exception {
    assertThat(YamlJson.of(read("---\na: b\n---\nc: d\n"))).isEqualTo("{\"a\":\"b\"}");
  }

  @Test
  void knowsTheLineAndThePlaceOfEachPart() throws Exception {
    String yaml = "# 😀\na:\n  b: \"c d\"\n";
    YamlNode.Field field = field(field(read(yaml), "a").value(), "b");
    Scalar scalar = (Scalar) field.value();

    assertThat(field.line()).isEqualTo(3);
    assertThat(scalar.kind()).isEqualTo(Kind.TEXT);
    assertThat(
            yaml.substring(
                yaml.offsetByCodePoints(0, scalar.start()),
                yaml.offsetByCodePoints(0, scalar.end())))
        .isEqualTo("\"c d\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b\\na: c|line 2: a field that was there before",
        "a: b: s3cret|line 1: a colon where YAML allows none",
        "a:\\n\\tb: s3cret|line 2: a tab where YAML wants spaces",
        "a: *s3cret|line 1: an alias (*) without its anchor",
        "a: &s3cret [*s3cret]|line 1: an alias (*) without its anchor",
        "a: !s3cret x|line 1: a tag (!) that is not understood",
        "a: !s3cret!x|line 1: this is no YAML",
        "a: \"s3cret|this is no YAML",
        "a: \"\\qs3cret\"|line 1: this is no YAML",
        "[s3cret|this is no YAML",
        "? [s3cret]\\n: b|line 1: a field whose name is no text",
        "yes: s3cret|line 1: a field's name that needs quotes",
        "<<: s3cret|line 1: a merge key (<<) for something without fields",
        "a: \\u0001s3cret|it holds characters that YAML does not allow",
      })
  void saysWhereItIsWrongAndNotWhatIsThere(String yaml, String message) {
    String text = yaml.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u0001");

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void refusesWhatIsNoUtf8() {
    assertThatThrownBy(() -> YamlNode.read(new byte[] {'a', ':', ' ', (byte) 0xff}))
        .hasMessage("it is no text in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void refusesDeepNestingAtOnce(String piece) {
    Instant start = Instant.now();

    assertThatThrownBy(() -> read(piece.repeat(500_000))).isInstanceOf(YamlException.class);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void refusesAliasesThatMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String item = "*a" + (i - 1);
      bomb.append("a%1$d: &a%1$d [".formatted(i)).append((item + ", ").repeat(9) + item + "]\n");
    }

    assertThatThrownBy(() -> read(bomb.toString()))
        .hasMessageContaining("those that aliases repeat included");
  }

  @Test
  void refusesNumbersThatJsonDoesNotKnow() throws Exception {
    YamlNode infinite = read("[.inf]");

    assertThatThrownBy(() -> YamlJson.of(infinite)).hasMessageContaining("line 1");
  }

  private static YamlNode.Field field(YamlNode node, String name) {
    return Objects.requireNonNull(((Mapping) node).fields().get(name));
  }

  private static YamlNode read(String yaml) throws YamlException {
    return YamlNode.read(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
