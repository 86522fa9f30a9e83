package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent, and what is refused before anything is. */
class RequestsTest {

  private static final FieldOwner OWNER = FieldOwner.of("test");
  private static final Map<String, BiConsumer<Client, ConfigMap>> CALLS =
      Map.of(
          "get", (client, object) -> client.get(ConfigMap.class, ObjectKey.of(object)),
          "update", Client::update,
          "apply", (client, object) -> client.apply(object, OWNER),
          "update the status of", (client, object) -> client.status().update(object),
          "apply the status of", (client, object) -> client.status().apply(object, OWNER),
          "delete", (client, object) -> client.delete(object));

  private final OneAnswer server = new OneAnswer();
  private final Client client = Client.live(server.rest());

  RequestsTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void areNotSentForNamesThatNoObjectCanHave() {
    for (String name : List.of("a/b", "..", ".", "%6beep", "a/secrets/b?x=")) {
      CALLS.forEach(
          (verb, call) -> {
            refused(verb, name, () -> call.accept(client, object("shop", name)));
            refused(verb, name, () -> call.accept(client, object(name, "a")));
          });
      refused("create", name, () -> client.create(object(name, "a")));
      refused("list", name, () -> client.list(ConfigMap.class, ListOptions.inNamespace(name)));
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void areNotSentForObjectsWithoutANamespaceOrAName() {
    CALLS.forEach((verb, call) -> refused(verb, "", () -> call.accept(client, object("", "a"))));
    refused("create", "", () -> client.create(object("", "a")));
    for (ConfigMap nameless : List.of(object("shop", ""), object("shop", null))) {
      refused("update", "name", () -> client.update(nameless));
      refused("delete", "name", () -> client.delete(nameless));
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void areNotSentForKindsThatNoPathLeadsTo() {
    RestMapper mapper = new RestMapper(server.rest());

    for (String apiVersion : List.of("a/b/c", "../v1", "v1%2f", "%/v1")) {
      assertThatThrownBy(() -> mapper.find(GroupVersionKind.of(apiVersion, "Pod")))
          .isInstanceOf(InvalidNameException.class)
          .hasMessageStartingWith("cannot find the kinds of " + apiVersion + ": invalid ");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refuseASelectorThatWouldArriveAsAnother() {
    ListOptions options = ListOptions.defaults().withLabelSelector("a=\ud83d");

    refused("list", "labelSelector", () -> client.list(ConfigMap.class, options));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void ofDeletionsSayTheirOptions() {
    server.say("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}");
    ConfigMap object = object("shop", "a");

    client.delete(object);
    client.delete(
        object,
        DeleteOptions.defaults()
            .withPropagationPolicy(PropagationPolicy.FOREGROUND)
            .withGracePeriodSeconds(0)
            .withPreconditions(p -> p.withResourceVersion("7"))
            .withDryRun(true));
    object.getMetadata().setUid("u1");
    client.delete(object);
    client.delete(object, DeleteOptions.defaults().withPreconditions(p -> p.withUid("u2")));

    String target = "DELETE /api/v1/namespaces/shop/configmaps/a ";
    String options = "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\"";
    assertThat(server.requests())
        .containsExactly(
            target + options + "}",
            target
                + options
                + ",\"propagationPolicy\":\"Foreground\",\"gracePeriodSeconds\":0,"
                + "\"preconditions\":{\"resourceVersion\":\"7\"},\"dryRun\":[\"All\"]}",
            target + options + ",\"preconditions\":{\"uid\":\"u1\"}}",
            target + options + ",\"preconditions\":{\"uid\":\"u2\"}}");
  }

  private static void refused(String verb, String why, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(InvalidNameException.class)
        .hasMessageStartingWith("cannot " + verb + " ")
        .hasMessageContaining(why);
  }

  private static ConfigMap object(String namespace, @Nullable String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .build();
  }
}
