package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClientIT {

  private final Client client = TestServer.client();
  private final FieldOwner owner = FieldOwner.of("client-it");

  @Test
  void createsReadsUpdatesAndDeletes() {
    ObjectKey key = TestServer.key("one");

    Gadget created = client.create(Gadget.of(key, 1));
    created.setSpec(new Gadget.Spec(2, null));
    Gadget updated = client.update(created);

    assertThat(updated.getMetadata().getGeneration()).isEqualTo(2);
    assertThat(client.get(Gadget.class, key).orElseThrow().getSpec().size()).isEqualTo(2);
    client.delete(updated);
    assertThat(client.get(Gadget.class, key)).isEmpty();
  }

  @Test
  void listsByNamespaceAndLabelInPages() {
    String namespace = TestServer.namespace();
    for (int i = 0; i < 1001; i++) {
      client.create(
          new ConfigMapBuilder()
              .withNewMetadata()
              .withNamespace(namespace)
              .withName("c-" + i)
              .addToLabels("odd", Boolean.toString(i % 2 == 1))
              .endMetadata()
              .build());
    }

    ListOptions options = ListOptions.inNamespace(namespace);
    assertThat(client.list(ConfigMap.class, options)).hasSize(1001);
    assertThat(client.list(ConfigMap.class, options.withLabelSelector("odd in (true)")))
        .hasSize(500);
  }

  @Test
  @Tag("CL5")
  void keepsSpecAndStatusApart() {
    ObjectKey key = TestServer.key("apart");
    Gadget gadget = client.create(Gadget.of(key, 1));

    gadget.setSpec(new Gadget.Spec(9, null));
    gadget.setStatus(new Gadget.Status(true));
    client.status().update(gadget);
    Gadget afterStatus = client.get(Gadget.class, key).orElseThrow();
    assertThat(afterStatus.getSpec().size()).isEqualTo(1);
    assertThat(afterStatus.getStatus().ready()).isTrue();

    afterStatus.setStatus(new Gadget.Status(false));
    afterStatus.setSpec(new Gadget.Spec(3, null));
    Gadget afterUpdate = client.update(afterStatus);
    assertThat(afterUpdate.getSpec().size()).isEqualTo(3);
    assertThat(afterUpdate.getStatus().ready()).isTrue();
  }

  @Test
  @Tag("CL11")
  void appliesAndTellsAConflictOfOwners() {
    ObjectKey key = TestServer.key("applied");

    assertThat(client.apply(Gadget.of(key, 1), owner).getMetadata().getGeneration()).isEqualTo(1);
    assertThat(client.apply(Gadget.of(key, 2), owner).getSpec().size()).isEqualTo(2);
    assertThatThrownBy(() -> client.apply(Gadget.of(key, 3), FieldOwner.of("other")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("client-it");
    assertThat(client.apply(Gadget.of(key, 3), FieldOwner.of("other").withForce()).getSpec().size())
        .isEqualTo(3);
  }

  @Test
  void appliesAStatusAndNothingElse() {
    ObjectKey key = TestServer.key("status");
    client.create(Gadget.of(key, 1));
    Gadget wanted = Gadget.of(key, 7);
    wanted.setStatus(new Gadget.Status(true));

    Gadget applied = client.status().apply(wanted, owner);

    assertThat(applied.getStatus().ready()).isTrue();
    assertThat(applied.getSpec().size()).isEqualTo(1);
  }

  @Test
  @Tag("CL7")
  void tellsErrorsApart() {
    ObjectKey key = TestServer.key("errors");
    Gadget gadget = client.create(Gadget.of(key, 1));

    assertThatThrownBy(() -> client.create(Gadget.of(key, 1)))
        .isInstanceOf(AlreadyExistsException.class)
        .hasMessageContaining("create Gadget " + key);
    assertThatThrownBy(() -> client.create(Gadget.of(ObjectKey.of(key.namespace(), "bad"), -1)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("spec.size");
    client.update(withSize(gadget, 2));
    assertThatThrownBy(() -> client.update(withSize(gadget, 3)))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> client.delete(Gadget.of(ObjectKey.of(key.namespace(), "none"), 1)))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> client.get(Missing.class, key)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void doesNotDeleteAnotherObjectOfTheSameName() {
    ObjectKey key = TestServer.key("reborn");
    Gadget first = client.create(Gadget.of(key, 1));
    client.delete(first);
    client.create(Gadget.of(key, 1));

    assertThatThrownBy(() -> client.delete(first)).isInstanceOf(ConflictException.class);
  }

  @Test
  void createsUnderANameThatTheServerMakes() {
    String namespace = TestServer.namespace();
    for (String prefix : List.of("a", "some-", "x".repeat(58), "y".repeat(100))) {
      ConfigMap created =
          client.create(
              new ConfigMapBuilder()
                  .withNewMetadata()
                  .withNamespace(namespace)
                  .withGenerateName(prefix)
                  .endMetadata()
                  .build());
      assertThat(created.getMetadata().getName()).startsWith(prefix.substring(0, 1));
    }
  }

  @Test
  void saysWhichRightIsMissing() {
    ApiUser user = TestServer.environment().addUser("nobody");

    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()))) {
      assertThatThrownBy(() -> Client.live(rest).list(Gadget.class))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("nobody")
          .hasMessageContaining("gadgets");
    }
  }

  @Test
  void saysThatTheServerCannotBeReached() {
    var config = new ConfigBuilder(TestServer.environment().config());
    config.withMasterUrl("https://127.0.0.1:1/");

    try (RestClient rest = RestClient.create(ClientConfigs.of(config.build()))) {
      assertThatThrownBy(() -> Client.live(rest).list(Gadget.class))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("https://127.0.0.1:1");
    }
  }

  @Test
  void leavesFieldsThatTheTypeDoesNotKnow() {
    ObjectKey key = TestServer.key("unknown");
    ResourceType<Gadget> type = ResourceType.of(Gadget.class);
    ApiPath path = type.path(key.namespace());
    String json =
        """
        {"apiVersion":"test.jop.dev/v1","kind":"Gadget","metadata":{"name":"unknown"},"spec":
         {"size":1,"newer":"kept","parts":[{"name":"a","newer":"kept too"},{"name":"b"}]}}
        """;
    TestServer.rest()
        .send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8), "create");

    Gadget gadget = client.get(Gadget.class, key).orElseThrow();
    gadget.setSpec(new Gadget.Spec(2, List.of(new Gadget.Part("b"), new Gadget.Part("a"))));
    gadget.getMetadata().setLabels(Map.of("touched", "yes"));
    client.update(gadget);

    JsonNode spec = Codec.shared().tree(TestServer.rest().get(type.path(key), "get")).path("spec");
    assertThat(spec.path("size").asInt()).isEqualTo(2);
    assertThat(spec.path("newer").asString()).isEqualTo("kept");
    assertThat(spec.path("parts").path(1).path("newer").asString()).isEqualTo("kept too");
  }

  private static Gadget withSize(Gadget gadget, int size) {
    Gadget changed = new Gadget();
    changed.setMetadata(new ObjectMetaBuilder(gadget.getMetadata()).build());
    changed.setSpec(new Gadget.Spec(size, null));
    return changed;
  }

  /** A kind that has no CRD. */
  @Group("test.jop.dev")
  @Version("v1")
  public static final class Missing extends CustomResource<Gadget.Spec, Gadget.Status> {
    private static final long serialVersionUID = 1L;
  }
}
