package dev.jop.runtime.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an API server stores and a decoder's usual limits would not let through. */
class LargeObjectsTest {

  private static final int DEPTH = 9_990;

  private final Codec codec = Codec.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "{'in': }",
        "{'list':[ ]}",
        "{'map':{'k': }}",
        "{'any': }",
        "{'any':[ ]}",
        "{'tree': }",
        "{'tree':[ ]}",
        "{'unknown': }",
        "{'unknown':[ ]}"
      },
      quoteCharacter = '~')
  void areReadAndWrittenHoweverDeepTheyAreNested(String open, String close) {
    int levels = DEPTH / (int) open.chars().filter(c -> c == '{' || c == '[').count();
    byte[] json = json(open.repeat(levels) + "{}" + close.repeat(levels));

    byte[] written = codec.encode(codec.decode(json, Nest.class));

    boolean unknown = open.contains("unknown");
    assertThat(written.length).isGreaterThan(unknown ? 0 : DEPTH);
    assertThat(codec.encode(codec.tree(json))).isEqualTo(json);
    assertThat(codec.encode(codec.toTree(codec.decode(json, Nest.class)))).isEqualTo(written);
  }

  @Test
  void arePassedOverInManagedFieldsAndInFieldsThatTheTypeDoesNotKnow() {
    String deep = "{'f:x':".repeat(DEPTH) + "{}" + "}".repeat(DEPTH);
    byte[] json =
        json(
            "{'metadata':{'managedFields':[{'fieldsV1':"
                + deep
                + "}]},'new':"
                + deep
                + ",'data':{'a':'b'}}");

    assertThat(codec.decode(json, ConfigMap.class).getData()).isEqualTo(Map.of("a", "b"));
    assertThat(codec.decode(json, Nest.class)).isNotNull();
  }

  @Test
  void mayHaveNamesOfAnyLength() {
    String name = "n".repeat(1 << 20);
    byte[] json = json("{'" + name + "':{'" + name + "':'x'},'kind':'K'}");

    GenericKubernetesResource object = codec.decode(json, GenericKubernetesResource.class);

    assertThat(object.<String>get(name, name)).isEqualTo("x");
    assertThat(codec.tree(codec.encode(object))).isEqualTo(codec.tree(json));
  }

  @Test
  void mayHaveManyNamesThatAreAlike() {
    StringBuilder json = new StringBuilder("{'data':{'a':'b'");
    for (int i = 0; i < 200_000; i++) {
      json.append(",'").append(Integer.toString(i, 36)).append("':'x'");
    }

    assertThat(codec.decode(json(json + "}}"), ConfigMap.class).getData()).hasSize(200_000);
  }

  @Test
  void areRefusedInOneSentenceIfTheyAreNestedDeeperThanAnApiServerTakes() {
    byte[] json = json("{'in':".repeat(20_000) + "{}" + "}".repeat(20_000));

    assertThatThrownBy(() -> codec.decode(json, Nest.class))
        .isInstanceOf(CodecException.class)
        .hasMessageStartingWith("cannot read Nest: ")
        .hasMessageContaining("nesting depth")
        .message()
        .hasSizeLessThan(500);
    Map<String, Object> endless = new java.util.HashMap<>();
    endless.put("self", endless);
    assertThatThrownBy(() -> codec.encode(endless))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void nameTheFieldThatDoesNotFitAlsoWhenItIsDeep() {
    byte[] json =
        json(
            "{'metadata':{'name':'deep'},'in':"
                + "{'in':".repeat(DEPTH - 2)
                + "{'x':'y'}"
                + "}".repeat(DEPTH - 1));

    assertThatThrownBy(() -> codec.decode(json, Nest.class))
        .isInstanceOf(CodecException.class)
        .hasMessageStartingWith("cannot read Nest deep: ")
        .message()
        .hasSizeLessThan(500);
  }

  @Test
  void nameTheFieldThatIsTooDeepForItsType() {
    byte[] json = json("{'x':" + "{'in':".repeat(DEPTH) + "{}" + "}".repeat(DEPTH + 1));

    assertThatThrownBy(() -> codec.decode(json, Nest.class))
        .isInstanceOf(CodecException.class)
        .hasMessage("cannot read Nest: x: {…} is no int");
  }

  /** A type that nests in every way. */
  record Nest(
      @Nullable Nest in,
      @Nullable List<Nest> list,
      @Nullable Map<String, Nest> map,
      @Nullable Object any,
      @Nullable JsonNode tree,
      int x) {}

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
