package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.InvalidNameException;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.NotFoundException;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A stranger who may create a ConfigMap says that impossible objects own it. */
class HostileOwnersIT {

  private static final Set<String> GADGETS = Set.of("x", "eep", "keep");
  private static final List<String> OWNERS =
      List.of("?", "#", "x#y", "x?dryRun=All", "%6beep", "../gadgets/keep", "..", "keep/", "a\nb");

  private final Client live = TestServer.client();
  private final String namespace = TestServer.namespace();
  private final Map<String, Object> outcomes = new ConcurrentHashMap<>();

  @Test
  void makeNoReconcilerDeleteAnythingElse() {
    GADGETS.forEach(name -> live.create(Gadget.of(ObjectKey.of(namespace, name), 1)));
    try (Manager manager =
        Manager.create(ManagerOptions.defaults().withConfig(TestServer.environment().config()))) {
      ControllerBuilder.forKind(Gadget.class)
          .owns(ConfigMap.class)
          .complete(
              manager,
              (request, context) -> {
                if (request.key().namespace().equals(namespace)
                    && !GADGETS.contains(request.key().name())) {
                  outcomes.put(request.key().name(), cleanUp(manager.client(), request.key()));
                }
                return Result.done();
              });
      manager.start();
      for (int i = 0; i < OWNERS.size(); i++) {
        live.create(ownedBy(OWNERS.get(i), "map-" + i));
      }

      Await.until("a look at every owner", () -> outcomes.keySet().containsAll(OWNERS));
    }

    assertThat(outcomes.values())
        .allMatch(
            outcome -> outcome == NotFoundException.class || outcome == InvalidNameException.class);
    assertThat(live.list(Gadget.class, ListOptions.inNamespace(namespace)))
        .extracting(gadget -> gadget.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(GADGETS);
    assertThat(live.list(ConfigMap.class, ListOptions.inNamespace(namespace)))
        .hasSize(OWNERS.size());
  }

  /** What a reconciler does whose object is gone: it makes sure of that. */
  private static Object cleanUp(Client client, ObjectKey key) {
    try {
      if (client.get(Gadget.class, key).isPresent()) {
        return "found";
      }
      client.delete(Gadget.of(key, 1));
      return "deleted";
    } catch (ApiException e) {
      return e.getClass();
    }
  }

  private ConfigMap ownedBy(String owner, String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("test.jop.dev/v1")
                .withKind("Gadget")
                .withName(owner)
                .withUid("stranger")
                .withController(true)
                .build())
        .endMetadata()
        .build();
  }
}
