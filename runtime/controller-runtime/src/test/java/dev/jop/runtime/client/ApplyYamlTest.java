package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.scheme.Codec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

class ApplyYamlTest {

  @Test
  void leavesPlainJsonAsItIs() {
    String json = "{\"a\":[1,-1.5,1.0E10,true,null,\"x\\ny\\\\\"],\"b\":{\"é😀日\":\"\"}}";

    assertThat(yaml(json)).isEqualTo(json);
  }

  @Test
  void escapesWhatYamlTakesForLineBreaksOrRefuses() {
    assertThat(
            yaml("{\"a\":\"\u007f\u0080\u0085\u009f\u00a0\u2028 \u2029\ufeff\ufffd\ufffe\uffff\"}"))
        .isEqualTo(
            "{\"a\":\"\\u007F\\u0080\\u0085\\u009F\u00a0\\u2028 \\u2029\\uFEFF\ufffd\\uFFFE\\uFFFF\"}");
  }

  @Test
  void marksLongNames() {
    String name = "\\\"".repeat(600);

    assertThat(yaml("{\"" + name + "\":\"" + name + "\"}"))
        .isEqualTo("{? \"" + name + "\":\"" + name + "\"}");
  }

  @Test
  void isReadByAnotherParserOfYamlAsItWasMeant() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Load parser = new Load(LoadSettings.builder().setSchema(new JsonSchema()).build());
    for (int i = 0; i < 500; i++) {
      Object value = value(random, 4);

      String yaml = new String(ApplyYaml.of(Codec.shared().encode(value)), StandardCharsets.UTF_8);

      assertThat(parser.loadFromString(yaml)).as("seed %d: %s", seed, yaml).isEqualTo(value);
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextBoolean();
      case 2, 3 -> text(random);
      case 4 -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.put(text(random), value(random, depth - 1));
        }
        yield map;
      }
      default -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20) == 0 ? 2000 : random.nextInt(10); i > 0; i--) {
      int c =
          random.nextInt(random.nextBoolean() ? 0x100 : random.nextBoolean() ? 0x10000 : 0x110000);
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        text.appendCodePoint(random.nextInt(4) == 0 ? " \n:#".charAt(random.nextInt(4)) : c);
      }
    }
    return text.toString();
  }

  private static String yaml(String json) {
    return new String(ApplyYaml.of(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
