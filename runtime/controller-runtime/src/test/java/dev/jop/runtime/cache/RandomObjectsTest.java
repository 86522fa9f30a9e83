package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.internal.json.JsonCutter;
import dev.jop.runtime.internal.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Random objects, read here and by Jackson. A failure names the seed. */
class RandomObjectsTest {

  private static final int SEEDS = 3_000;

  @Test
  void readsTheMetadataThatJacksonReads() {
    for (long seed = 0; seed < SEEDS; seed++) {
      String json = new RandomJson(seed).object();
      JsonNode metadata = JsonMapper.shared().readTree(json).get("metadata");
      StoredObject object = parse(json);

      assertThat(object.key().name()).as("seed %d", seed).isEqualTo(text(metadata, "name"));
      assertThat(object.key().namespace()).isEqualTo(text(metadata, "namespace"));
      assertThat(object.uid()).as("seed %d", seed).isEqualTo(text(metadata, "uid"));
      assertThat(object.resourceVersion()).isEqualTo(text(metadata, "resourceVersion"));
      assertThat(object.labels()).as("seed %d", seed).isEqualTo(map(metadata.get("labels")));
      assertThat(object.annotations()).isEqualTo(map(metadata.get("annotations")));
    }
  }

  @Test
  void keepsAllButTheManagedFields() {
    for (long seed = 0; seed < SEEDS; seed++) {
      String json = new RandomJson(seed).object();
      ObjectNode expected = (ObjectNode) JsonMapper.shared().readTree(json);
      ((ObjectNode) expected.get("metadata")).remove("managedFields");

      assertThat(JsonMapper.shared().readTree(parse(json).json()))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void cutsAStreamIntoTheObjectsThatWereWrittenWhereverItsPiecesEnd() {
    Random random = new Random(1);
    List<String> written = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      written.add(new RandomJson(seed).object());
    }
    byte[] stream = String.join("\n", written).getBytes(StandardCharsets.UTF_8);
    List<String> cut = new ArrayList<>();
    JsonCutter cutter = cutter(cut);
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(1 + random.nextInt(300), stream.length - at);
      cutter.cut(ByteBuffer.wrap(stream, at, length));
      at += length;
    }

    assertThat(cut).isEqualTo(written);
  }

  /** A byte is lost, doubled or changed: no other object is lost for it without a word. */
  @Test
  void swallowsNoObjectInSilenceWhateverByteIsWrong() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<String> written = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        written.add(new RandomJson(seed * 4 + i).object());
      }
      int broken = random.nextInt(3);
      byte[] wrong = withAWrongByte(written.get(broken).getBytes(StandardCharsets.UTF_8), random);
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      for (int i = 0; i < 4; i++) {
        stream.writeBytes(i == broken ? wrong : written.get(i).getBytes(StandardCharsets.UTF_8));
        stream.write('\n');
      }
      List<String> cut = new ArrayList<>();
      boolean noticed = false;
      try {
        cutter(cut).cut(ByteBuffer.wrap(stream.toByteArray()));
      } catch (MalformedJsonException e) {
        noticed = true;
      }

      assertThat(cut.size())
          .as("seed %d", seed)
          .isBetween(noticed ? broken : 4, noticed ? broken + 1 : 4);
      for (int i = 0; i < cut.size(); i++) {
        assertThat(i == broken || cut.get(i).equals(written.get(i))).as("seed %d", seed).isTrue();
      }
    }
  }

  private static byte[] withAWrongByte(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    wrong.write(bytes, 0, at);
    switch (random.nextInt(3)) {
      case 0 -> {} // it is lost
      case 1 -> {
        wrong.write(bytes[at]);
        wrong.write(bytes[at]);
      }
      default -> wrong.write("\"{}[]\\,:x \n".charAt(random.nextInt(11)));
    }
    wrong.write(bytes, at + 1, bytes.length - at - 1);
    return wrong.toByteArray();
  }

  private static JsonCutter cutter(List<String> cut) {
    return new JsonCutter(
        (bytes, start, end) ->
            cut.add(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
  }

  private static String text(JsonNode metadata, String field) {
    return metadata.get(field).asString();
  }

  private static Map<String, String> map(JsonNode strings) {
    Map<String, String> map = new HashMap<>();
    strings.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
    return map;
  }

  private static StoredObject parse(String json) {
    return new ObjectParser().parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
