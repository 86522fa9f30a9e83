package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the API server has after an update is what it had, but for what the program changed. */
class UpdateIT {

  private static final String SPEC =
      """
      {"size":1,"count":null,"new":{"a":[{"b":null}],"c":""},\
      "any":{"text":"5","yes":"true","int":9007199254740993,"large":1e+21,"small":1.5e-7,"half":0.5,\
      "null":null,"list":[1,"1",1.5,null,{}],"empty":{}},\
      "items":[{"name":"a","new":1,"v":1},{"name":"b","new":"2","v":2}]}""";

  private final Client client = TestServer.client();

  @BeforeAll
  static void installKind() {
    Anything.install();
  }

  @Test
  void leavesASpecAsItIsIfOnlyALabelIsSet() {
    ObjectKey key = TestServer.key("label");
    Anything.createRaw(key, SPEC);
    JsonNode before = Anything.raw(key);

    Anything object = client.get(Anything.class, key).orElseThrow();
    object.getMetadata().setLabels(Map.of("touched", "yes"));
    client.update(object);
    GenericKubernetesResource generic = client.get(Anything.GENERIC, key).orElseThrow();
    generic.getMetadata().setLabels(Map.of("touched", "again"));
    client.update(generic);

    JsonNode after = Anything.raw(key);
    assertThat(after.at("/metadata/labels/touched").asString()).isEqualTo("again");
    assertThat(after.path("spec")).hasToString(before.path("spec").toString());
    assertThat(after.at("/metadata/generation").asInt()).isEqualTo(1);
  }

  @Test
  void takesChangesAndNothingElse() {
    ObjectKey key = TestServer.key("changes");
    Anything.createRaw(key, SPEC);
    String before = Anything.raw(key).path("spec").toString();

    Anything object = client.get(Anything.class, key).orElseThrow();
    object.getSpec().size = 2;
    object.getSpec().items =
        List.of(new Anything.Item("b", 9), new Anything.Item("c", 3), new Anything.Item("a", 1));
    client.update(object);

    assertThat(Anything.raw(key).path("spec"))
        .isEqualTo(
            Codec.shared()
                .tree(
                    before
                        .replace("\"size\":1", "\"size\":2")
                        .replaceFirst(
                            "\"items\":\\[.*?]",
                            "\"items\":[{\"name\":\"b\",\"new\":\"2\",\"v\":9},"
                                + "{\"name\":\"c\",\"v\":3},{\"name\":\"a\",\"new\":1,\"v\":1}]")
                        .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void leavesAStatusAsItIsButForWhatChanged() {
    ObjectKey key = TestServer.key("status");
    Anything.createRaw(key, SPEC);
    GenericKubernetesResource generic = client.get(Anything.GENERIC, key).orElseThrow();
    generic.setAdditionalProperty("status", generic.getAdditionalProperties().get("spec"));
    client.status().update(generic);
    String before = Anything.raw(key).path("status").toString();

    Anything object = client.get(Anything.class, key).orElseThrow();
    object.getStatus().size = 2;
    object.getSpec().size = 3;
    client.status().update(object);

    JsonNode after = Anything.raw(key);
    assertThat(after.path("status")).hasToString(before.replace("\"size\":1", "\"size\":2"));
    assertThat(after.path("spec")).hasToString(before);
  }

  @Test
  void saysWhichFieldDoesNotFitTheType() {
    ObjectKey key = TestServer.key("misfit");
    Anything.createRaw(key, "{\"items\":[{\"name\":\"a\"},{\"name\":5}]}");

    assertThatThrownBy(() -> client.get(Anything.class, key))
        .hasMessageContaining("Anything " + key + ": spec.items[1].name: 5 is no String");
    assertThatThrownBy(
            () -> client.apply(Anything.of(key, Anything.Part.of(1)), FieldOwner.of("misfit")))
        .isInstanceOf(ConflictException.class);
    assertThat(client.get(Anything.GENERIC, key)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"half \ud83d", "\ude00", "a\ud83d\ud83d\ude00"})
  void refusesHalfACharacterInWordsThatNameTheField(String text) {
    ObjectKey key = TestServer.key("half");
    Anything.Part spec = new Anything.Part();
    spec.any = Map.of("list", List.of("fine 😀", text));
    Anything object = Anything.of(key, spec);

    assertThatThrownBy(() -> client.create(object))
        .hasMessageContaining("spec.any.list[1] has half a surrogate pair");
    assertThatThrownBy(() -> client.apply(object, FieldOwner.of("half")))
        .hasMessageContaining("spec.any.list[1] has half a surrogate pair");
    Anything created = client.create(Anything.of(key, new Anything.Part()));
    created.setSpec(spec);
    assertThatThrownBy(() -> client.update(created))
        .hasMessageContaining("spec.any.list[1] has half a surrogate pair");
    created.setStatus(spec);
    created.setSpec(new Anything.Part());
    assertThatThrownBy(() -> client.status().update(created))
        .hasMessageContaining("status.any.list[1] has half a surrogate pair");
    assertThat(Objects.requireNonNull(Anything.raw(key).get("spec")).has("any")).isFalse();
  }

  @Test
  void writesWhatIsNestedAsDeeplyAsTheServerTakes() {
    ObjectKey key = TestServer.key("deep");
    int depth = 9_000;
    Anything.createRaw(
        key, "{\"new\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + ",\"size\":1}");
    String before = deep(key);

    Anything object = client.get(Anything.class, key).orElseThrow();
    object.getSpec().size = 2;
    client.update(object);

    assertThat(deep(key).equals(before.replace("\"size\":1", "\"size\":2"))).isTrue();
    GenericKubernetesResource generic = client.get(Anything.GENERIC, key).orElseThrow();
    generic.getMetadata().setLabels(Map.of("touched", "yes"));
    assertThat(client.update(generic).getMetadata().getLabels()).containsKey("touched");
    assertThat(deep(key)).contains("\"size\":2");
  }

  private static String deep(ObjectKey key) {
    return new String(
        Codec.shared().encode(Anything.raw(key).path("spec")), StandardCharsets.UTF_8);
  }

  @Test
  void writesNamesOfAnyLength() {
    ObjectKey key = TestServer.key("long");
    String name = "n".repeat(100_000);
    FieldOwner owner = FieldOwner.of("long");
    Anything.Part spec = new Anything.Part();
    spec.any = Map.of(name, Map.of(name, "x"));

    client.apply(Anything.of(key, spec), owner);
    Anything object = client.get(Anything.class, key).orElseThrow();
    object.getSpec().size = 2;
    client.update(object);

    Anything after = client.get(Anything.class, key).orElseThrow();
    assertThat(after.getSpec().any).isEqualTo(spec.any);
    assertThat(after.getSpec().size).isEqualTo(2);
  }
}
