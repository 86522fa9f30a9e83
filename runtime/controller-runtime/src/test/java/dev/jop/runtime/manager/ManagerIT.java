package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.FieldOwner;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator as users write it, against the real API server. */
class ManagerIT {

  private final Client live = TestServer.client();
  private final ObjectKey key = TestServer.key("one");
  private final Manager manager =
      Manager.create(ManagerOptions.defaults().withConfig(TestServer.environment().config()));

  @BeforeEach
  void start() {
    ControllerBuilder.forKind(Gadget.class)
        .owns(ConfigMap.class)
        .complete(manager, new GadgetReconciler(manager.client()));
    manager.start();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void followsTheCreationTheChangeAndTheDeletionOfAnObject() {
    live.create(Gadget.of(key, 1));
    Await.until("a config map of size 1", () -> size().equals("1"));
    Await.until("a ready status", this::isReady);

    Gadget changed = live.get(Gadget.class, key).orElseThrow();
    changed.setSpec(new Gadget.Spec(2, null));
    live.update(changed);
    Await.until("a config map of size 2", () -> size().equals("2"));
  }

  @Test
  void makesAnewAnOwnedObjectThatWasDeleted() {
    live.create(Gadget.of(key, 1));
    Await.until("a config map of size 1", () -> size().equals("1"));
    String uid = child().orElseThrow().getMetadata().getUid();

    live.delete(child().orElseThrow());
    Await.until(
        "another config map",
        () -> child().filter(map -> !map.getMetadata().getUid().equals(uid)).isPresent());
    assertThat(size()).isEqualTo("1");
  }

  private Optional<ConfigMap> child() {
    return live.get(ConfigMap.class, key);
  }

  private String size() {
    return child().map(map -> map.getData().get("size")).orElse("");
  }

  private boolean isReady() {
    return live.get(Gadget.class, key).orElseThrow().getStatus() != null;
  }

  /** Keeps a config map that says how big the gadget is. */
  private static final class GadgetReconciler implements Reconciler {

    private static final FieldOwner OWNER = FieldOwner.of("gadgets").withForce();

    private final Client client;

    GadgetReconciler(Client client) {
      this.client = client;
    }

    @Override
    public Result reconcile(Request request, Context context) {
      Optional<Gadget> found = client.get(Gadget.class, request.key());
      if (found.isPresent()) {
        Gadget gadget = found.get();
        client.apply(child(gadget), OWNER);
        Gadget status = Gadget.of(request.key(), 0);
        status.setStatus(new Gadget.Status(true));
        client.status().apply(status, OWNER);
      }
      return Result.done();
    }

    private static ConfigMap child(Gadget gadget) {
      return new ConfigMapBuilder()
          .withNewMetadata()
          .withNamespace(gadget.getMetadata().getNamespace())
          .withName(gadget.getMetadata().getName())
          .withOwnerReferences(
              new OwnerReferenceBuilder()
                  .withApiVersion(gadget.getApiVersion())
                  .withKind(gadget.getKind())
                  .withName(gadget.getMetadata().getName())
                  .withUid(gadget.getMetadata().getUid())
                  .withController(true)
                  .build())
          .endMetadata()
          .withData(Map.of("size", "" + gadget.getSpec().size()))
          .build();
    }
  }
}
