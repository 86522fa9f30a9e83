package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Objects without a Java type of their own. */
class DynamicClientIT {

  private static final GroupVersionKind KIND = new GroupVersionKind("test.jop.dev", "v1", "Gadget");

  private final Client client = TestServer.client();
  private final RestMapper mapper = new RestMapper(TestServer.rest());
  private final ObjectKey key = TestServer.key("one");

  @Test
  void writesWhatItHasReadGenerically() {
    client.create(Gadget.of(key, 1));
    ResourceType<GenericKubernetesResource> type = mapper.find(KIND);

    GenericKubernetesResource gadget = client.get(type, key).orElseThrow();
    gadget.setAdditionalProperty("spec", Map.of("size", 2));
    GenericKubernetesResource updated = client.update(gadget);

    assertThat(updated.<Object>get("spec", "size")).isEqualTo(2);
    assertThat(client.list(type, ListOptions.inNamespace(key.namespace())))
        .singleElement()
        .returns("Gadget", GenericKubernetesResource::getKind);
    client.delete(updated);
    assertThat(client.get(type, key)).isEmpty();
  }

  @Test
  @Tag("CL6")
  void readsAndDeletesMetadataButWritesNoneOfIt() {
    client.create(Gadget.of(key, 1));
    ResourceType<PartialObjectMetadata> type = ResourceType.of(Gadget.class).asMetadata();

    PartialObjectMetadata found = client.get(type, key).orElseThrow();

    assertThat(found.getKind()).isEqualTo("Gadget");
    assertThat(found.getMetadata().getUid()).isNotEmpty();
    assertThatThrownBy(() -> client.update(found))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metadata");
    assertThatThrownBy(() -> client.create(found)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.status().update(found))
        .isInstanceOf(IllegalArgumentException.class);
    client.delete(found);
    assertThat(client.get(type, key)).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchKind() {
    assertThatThrownBy(() -> mapper.find(new GroupVersionKind("test.jop.dev", "v1", "Gizmo")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("test.jop.dev/v1 Gizmo");
    assertThatThrownBy(() -> mapper.find(new GroupVersionKind("nowhere.dev", "v1", "Gizmo")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nowhere.dev/v1 Gizmo");
  }
}
