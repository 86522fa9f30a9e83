package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back is compared with what was asked for. */
class AnswersTest {

  private static final ObjectKey KEY = ObjectKey.of("shop", "a");
  private static final String RIGHT =
      """
      {"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","namespace":"shop"}}""";
  private static final String OTHER_NAME = RIGHT.replace("\"a\"", "\"b\"");
  private static final ConfigMap OBJECT =
      new ConfigMapBuilder().withNewMetadata().withNamespace("shop").withName("a").and().build();
  private static final FieldOwner OWNER = FieldOwner.of("test");

  private static final Map<String, Consumer<Client>> CALLS =
      Map.of(
          "get ConfigMap shop/a", client -> client.get(ConfigMap.class, KEY),
          "create ConfigMap shop/a", client -> client.create(OBJECT),
          "update ConfigMap shop/a", client -> client.update(OBJECT),
          "apply ConfigMap shop/a", client -> client.apply(OBJECT, OWNER),
          "update the status of ConfigMap shop/a", client -> client.status().update(OBJECT),
          "apply the status of ConfigMap shop/a", client -> client.status().apply(OBJECT, OWNER),
          "delete ConfigMap shop/a", client -> client.delete(OBJECT));

  private final OneAnswer server = new OneAnswer();
  private final Client client = Client.live(server.rest());

  AnswersTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void areTakenIfTheyAreTheObject() {
    server.say(RIGHT);
    CALLS.values().forEach(call -> call.accept(client));
    server.say(RIGHT.replace("}}", ",\"labels\":{\"a\":\"b\"}},\"data\":{\"kind\":\"Secret\"}}"));
    CALLS.values().forEach(call -> call.accept(client));
    server.say(
        "{\"metadata\":{\"name\":\"x\",\"namespace\":\"shop\",\"name\":\"a\"},\"spec\":[[1,{}]],"
            + "\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}");
    CALLS.values().forEach(call -> call.accept(client));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "7",
        "<html>Please log in</html>",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}",
        "{\"metadata\":{\"name\":\"a\",\"namespace\":\"shop\"}}",
        "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"shop\"}}",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"b\","
            + "\"namespace\":\"shop\"}}",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\","
            + "\"namespace\":\"victim\"}}",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v2\",\"metadata\":{\"name\":\"a\","
            + "\"namespace\":\"shop\"}}",
        "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\","
            + "\"namespace\":\"shop\"}}",
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"},"
            + "\"items\":[]}",
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"no\"}",
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\","
            + "\"details\":{\"name\":\"b\"}}"
      })
  void areErrorsIfTheyAreNot(String answer) {
    server.say(answer);
    CALLS.forEach(
        (doing, call) ->
            assertThatThrownBy(() -> call.accept(client))
                .as(doing)
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageStartingWith("the answer to \"" + doing + "\" "));
  }

  @Test
  void areErrorsIfTheyAreTooDeepBeforeTheySayWhatTheyAre() {
    server.say("{\"spec\":" + "[".repeat(20_000) + "]".repeat(20_000) + "," + RIGHT.substring(1));

    assertThatThrownBy(() -> client.get(ConfigMap.class, KEY))
        .isInstanceOf(UnexpectedAnswerException.class)
        .hasMessageContaining("no JSON: ")
        .hasMessageContaining("nesting depth");
  }

  @Test
  void sayWhatWasAskedForAndWhatCame() {
    server.say(OTHER_NAME);
    assertThatThrownBy(() -> client.get(ConfigMap.class, KEY))
        .hasMessage(
            "the answer to \"get ConfigMap shop/a\" is not v1 ConfigMap shop/a, but v1 ConfigMap shop/b");
    server.say("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"message\":\"not\\nnow\"}");
    assertThatThrownBy(() -> client.apply(OBJECT, OWNER))
        .hasMessageEndingWith("but a Status: not\\nnow");
    server.say("<html>\n");
    assertThatThrownBy(() -> client.update(OBJECT))
        .hasMessageContaining("it begins with \"<html>\\n\"");
    server.say(
        RIGHT.replace("}}", "},\"data\":{\"password\":\"hunter2\"}}").replace("Conf", "Deaf"));
    assertThatThrownBy(() -> client.get(ConfigMap.class, KEY)).message().doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\",\"nam",
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":[\"a\"],"
            + "\"namespace\":\"shop\"}}"
      })
  void tellThatAWriteWasDoneWhoseAnswerCannotBeRead(String answer) {
    server.say(answer);

    assertThatThrownBy(() -> client.get(ConfigMap.class, KEY)).isInstanceOf(CodecException.class);
    for (String doing : List.of("create", "apply", "apply the status of", "delete")) {
      assertThatThrownBy(
              () -> Objects.requireNonNull(CALLS.get(doing + " ConfigMap shop/a")).accept(client))
          .isInstanceOf(UnexpectedAnswerException.class)
          .hasMessageContaining("says that it is done, but does not fit its Java type");
    }
  }

  @Test
  void ofADeletionAreTheObjectOrItsSuccess() {
    server.say("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}");
    assertThatCode(() -> client.delete(OBJECT)).doesNotThrowAnyException();
    assertThatThrownBy(() -> client.get(ConfigMap.class, KEY))
        .isInstanceOf(UnexpectedAnswerException.class);
    server.say(
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\",\"details\":{\"name\":\"a\"}}");
    assertThatCode(() -> client.delete(OBJECT)).doesNotThrowAnyException();
  }

  @Test
  void haveANameThatBeginsAsWasAsked() {
    ConfigMap object =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace("shop")
            .withGenerateName("a-")
            .endMetadata()
            .build();

    server.say(RIGHT.replace("\"a\"", "\"a-x7\""));
    assertThat(client.create(object).getMetadata().getName()).isEqualTo("a-x7");
    server.say(RIGHT);
    assertThatThrownBy(() -> client.create(object))
        .isInstanceOf(UnexpectedAnswerException.class)
        .hasMessageContaining("is not v1 ConfigMap shop/a-*, but v1 ConfigMap shop/a");
  }

  @Test
  void canBeMetadataIfNoMoreIsWanted() {
    ResourceType<PartialObjectMetadata> type = ResourceType.of(ConfigMap.class).asMetadata();
    String partial =
        RIGHT.replace("\"v1\"", "\"meta.k8s.io/v1\"").replace("ConfigMap", "PartialObjectMetadata");

    server.say(partial);
    assertThat(client.get(type, KEY)).isPresent();
    assertThatThrownBy(() -> client.get(ConfigMap.class, KEY))
        .isInstanceOf(UnexpectedAnswerException.class);
    server.say(RIGHT);
    assertThat(client.get(type, KEY)).isPresent();
    server.say(partial.replace("\"a\"", "\"b\""));
    assertThatThrownBy(() -> client.get(type, KEY)).isInstanceOf(UnexpectedAnswerException.class);
  }

  @Test
  void areListsWhereListsAreWanted() {
    String list =
        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"},"
            + "\"items\":["
            + RIGHT
            + "]}";
    ListOptions here = ListOptions.inNamespace("shop");

    server.say(list);
    assertThat(client.list(ConfigMap.class, here)).hasSize(1);
    server.say(list.replace("[" + RIGHT + "]", "null"));
    assertThat(client.list(ConfigMap.class, here)).isEmpty();
    for (String wrong :
        new String[] {
          "",
          "{}",
          "[]",
          "<html>",
          RIGHT,
          "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\"}",
          "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}",
          list.replace("ConfigMapList", "SecretList"),
          list.replace("\"ConfigMap\"", "\"Secret\""),
          list.replace("\"v1\",\"metadata\":{\"r", "\"v2\",\"metadata\":{\"r"),
          list.replace("\"namespace\":\"shop\"", "\"namespace\":\"victim\"")
        }) {
      server.say(wrong);
      assertThatThrownBy(() -> client.list(ConfigMap.class, here))
          .as(wrong)
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("list configmaps");
    }
  }

  @Test
  void canBeListsOfAnotherNameIfTheirItemsSayWhatTheyAre() {
    String item =
        "{\"kind\":\"Gadget\",\"apiVersion\":\"test.jop.dev/v1\",\"metadata\":{\"name\":\"g\"}}";
    String list =
        "{\"kind\":\"Gadgetry\",\"apiVersion\":\"test.jop.dev/v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[%s]}";

    server.say(list.formatted(item));
    assertThat(client.list(Gadget.class)).hasSize(1);
    server.say(list.formatted(item.replace("Gadget", "Gizmo")));
    assertThatThrownBy(() -> client.list(Gadget.class)).isInstanceOf(ApiException.class);
  }

  @Test
  void ofDiscoveryAreCheckedBeforeTheyAreUsed() {
    RestMapper mapper = new RestMapper(server.rest());
    String list =
        """
        {"kind":"APIResourceList","groupVersion":"test.jop.dev/v1","resources":[
         {"name":"..","kind":"Gizmo","namespaced":true},{"name":"x","kind":""},
         {"name":"?","kind":"Odd"},{"name":"gadgets","kind":"Gadget","namespaced":true}]}""";

    server.say(list);
    assertThat(mapper.find(kind("Gadget")).plural()).isEqualTo("gadgets");
    assertThat(mapper.find(kind("Odd")).path("")).hasToString("/apis/test.jop.dev/v1/%3F");
    assertThatThrownBy(() -> mapper.find(kind("Gizmo")))
        .isInstanceOf(UnexpectedAnswerException.class)
        .hasMessageContaining("gives test.jop.dev/v1 Gizmo an invalid resource \"..\"");
    server.say(list.replace("v1", "v2"));
    assertThatThrownBy(() -> new RestMapper(server.rest()).find(kind("Gadget")))
        .isInstanceOf(UnexpectedAnswerException.class);
    server.say("{}");
    assertThatThrownBy(() -> new RestMapper(server.rest()).find(kind("Gadget")))
        .isInstanceOf(UnexpectedAnswerException.class)
        .hasMessageContaining("find the kinds of test.jop.dev/v1");
  }

  private static GroupVersionKind kind(String kind) {
    return new GroupVersionKind("test.jop.dev", "v1", kind);
  }
}
