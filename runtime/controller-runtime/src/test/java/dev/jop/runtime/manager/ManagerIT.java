package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
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
  private final GadgetReconciler reconciler = new GadgetReconciler(manager.client());

  @BeforeEach
  void start() {
    ControllerBuilder.forKind(Gadget.class).owns(ConfigMap.class).complete(manager, reconciler);
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
    Await.until("a ready status", () -> gadget().getStatus() != null);

    Gadget changed = gadget();
    changed.setSpec(new Gadget.Spec(2, null));
    live.update(changed);
    Await.until("a config map of size 2", () -> size().equals("2"));

    live.delete(gadget());
    Await.until("a look at the deletion", () -> reconciler.missed(key));
  }

  @Test
  void makesAnewAnOwnedObjectThatWasDeletedOrChanged() {
    live.create(Gadget.of(key, 1));
    Await.until("a config map of size 1", () -> size().equals("1"));
    String uid = child().orElseThrow().getMetadata().getUid();

    live.delete(child().orElseThrow());
    Await.until(
        "another config map",
        () -> child().filter(map -> !map.getMetadata().getUid().equals(uid)).isPresent());
    assertThat(size()).isEqualTo("1");

    ConfigMap spoilt = child().orElseThrow();
    spoilt.getData().put("size", "7");
    live.update(spoilt);
    Await.until("the right size", () -> size().equals("1"));
  }

  @Test
  void seesWhatWasThereBeforeItsStart() {
    manager.close();
    live.create(Gadget.of(key, 3));
    try (Manager second =
        Manager.create(ManagerOptions.defaults().withConfig(TestServer.environment().config()))) {
      ControllerBuilder.forKind(Gadget.class)
          .owns(ConfigMap.class)
          .complete(second, new GadgetReconciler(second.client()));
      second.start();

      Await.until("a config map of size 3", () -> size().equals("3"));
    }
  }

  private Gadget gadget() {
    return live.get(Gadget.class, key).orElseThrow();
  }

  private Optional<ConfigMap> child() {
    return live.get(ConfigMap.class, key);
  }

  private String size() {
    return child().map(map -> map.getData().get("size")).orElse("");
  }
}
