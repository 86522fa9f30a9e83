package dev.jop.runtime.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.handler.OwnerMatch;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.manager.ManagerFixture;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.Owner;
import dev.jop.runtime.predicate.Predicate;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.FakeCluster;
import dev.jop.runtime.testing.FakeView;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ControllerBuilderTest {

  private static final Owner CONTROLLER =
      new Owner("test.jop.dev/v1", "Gadget", "controller", "1", true);
  private static final Owner OWNER = new Owner("test.jop.dev/v1", "Gadget", "owner", "2", false);

  private final FakeCluster cluster = new FakeCluster();
  private final Manager manager = ManagerFixture.of(cluster);
  private final List<String> reconciled = new CopyOnWriteArrayList<>();
  private final Reconciler reconciler =
      (request, context) -> {
        reconciled.add(request.toString());
        return Result.done();
      };

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void isNamedForItsKindUnlessItIsNamed() {
    assertThat(ControllerBuilder.forKind(Gadget.class).complete(manager, reconciler).name())
        .isEqualTo("gadget");
    assertThat(
            ControllerBuilder.forKind(Gadget.class)
                .named("other")
                .complete(manager, reconciler)
                .name())
        .isEqualTo("other");
  }

  @Test
  @Tag("B1")
  void refusesAControllerThatWatchesNothing() {
    assertThatThrownBy(() -> ControllerBuilder.create("idle").complete(manager, reconciler))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("controller idle watches nothing");
  }

  @Test
  @Tag("B1")
  void refusesOwnedKindsWithoutAnOwner() {
    assertThatThrownBy(() -> ControllerBuilder.create("idle").owns(ConfigMap.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is for no kind that could own a ConfigMap");
  }

  @Test
  @Tag("M8")
  void leavesTheNameOfAControllerThatAStoppedManagerRefusesToOthers() {
    manager.close();
    ControllerBuilder builder = ControllerBuilder.forKind(Gadget.class).named("refused");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> builder.complete(manager, reconciler))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("stopping");
    }
  }

  @Test
  @Tag("B4")
  void letsTwoNamedControllersWatchOneKind() {
    ControllerBuilder.forKind(Gadget.class).complete(manager, reconciler);
    assertThatThrownBy(() -> ControllerBuilder.forKind(Gadget.class).complete(manager, reconciler))
        .hasMessageContaining("controller named \"gadget\"");
    ControllerBuilder.forKind(Gadget.class).named("second").complete(manager, reconciler);
    run(2, Gadget.class);
    cluster.informer(Gadget.class).create("default", "one");

    Await.until("both reconciles", () -> reconciled.size() == 2);
  }

  @Test
  @Tag("B5")
  void reconcilesTheControllingOwnerOfWhatIsOwned() {
    ControllerBuilder.forKind(Gadget.class).owns(ConfigMap.class).complete(manager, reconciler);
    tellOfAnOwnedConfigMap();

    Await.until("a reconcile", () -> !reconciled.isEmpty());
    assertThat(reconciled).containsExactly("default/controller");
  }

  @Test
  @Tag("B5")
  void reconcilesEveryOwnerIfWanted() {
    ControllerBuilder.forKind(Gadget.class)
        .owns(ConfigMap.class, OwnerMatch.EVERY)
        .complete(manager, reconciler);
    tellOfAnOwnedConfigMap();

    Await.until("two reconciles", () -> reconciled.size() == 2);
    assertThat(reconciled).containsExactly("default/owner", "default/controller");
  }

  @Test
  @Tag("B6")
  void asksPredicatesOfOneKindForThatKindAlone() {
    Request third = Request.of(ObjectKey.of("default", "third"));
    EventHandler<Secret> handler =
        EventHandler.enqueueRequestsFromMapFunction(view -> List.of(third));
    ControllerBuilder.forKind(Gadget.class, named("yes"))
        .watches(Secret.class, handler)
        .complete(manager, reconciler);
    run(1, Gadget.class);
    Await.until("the other handler", () -> cluster.informer(Secret.class).handlers() == 1);
    cluster.informer(Gadget.class).create("default", "no");
    cluster.informer(Gadget.class).create("default", "yes");
    cluster.informer(Secret.class).create("default", "no");

    Await.until("two reconciles", () -> reconciled.size() == 2);
    assertThat(reconciled).containsExactlyInAnyOrder("default/yes", "default/third");
  }

  @Test
  void asksEventFiltersForAllKinds() {
    ControllerBuilder.forKind(Gadget.class)
        .watches(Secret.class, EventHandler.enqueueRequestForObject())
        .withEventFilter(Predicate.object(view -> view.key().name().equals("yes")))
        .complete(manager, reconciler);
    run(1, Gadget.class);
    Await.until("the other handler", () -> cluster.informer(Secret.class).handlers() == 1);
    cluster.informer(Gadget.class).create("default", "no");
    cluster.informer(Secret.class).create("default", "no");
    cluster.informer(Gadget.class).create("a", "yes");
    cluster.informer(Secret.class).create("b", "yes");

    Await.until("two reconciles", () -> reconciled.size() == 2);
    assertThat(reconciled).containsExactlyInAnyOrder("a/yes", "b/yes");
  }

  @Test
  @Tag("B3")
  void changesOptionsFromTheManagersDefaults() {
    assertThatThrownBy(
            () ->
                ControllerBuilder.forKind(Gadget.class)
                    .withOptions(options -> options.withMaxConcurrentReconciles(0))
                    .complete(manager, reconciler))
        .hasMessageContaining("maxConcurrentReconciles must be at least 1");
  }

  @Test
  @Tag("B3")
  void appliesSeveralChangesOfOptionsOneAfterTheOther() {
    assertThatThrownBy(
            () ->
                ControllerBuilder.forKind(Gadget.class)
                    .withOptions(options -> options.withMaxConcurrentReconciles(3))
                    .withOptions(
                        options ->
                            options.withMaxConcurrentReconciles(
                                options.maxConcurrentReconciles() - 4))
                    .complete(manager, reconciler))
        .hasMessageContaining("got -1");
  }

  @Test
  void takesOnePredicateForAllKinds() {
    Predicate<HasMetadata> yes = Predicate.object(view -> view.key().name().equals("yes"));
    EventHandler<HasMetadata> itself = EventHandler.enqueueRequestForObject();
    ControllerBuilder.forKind(Gadget.class, yes)
        .watches(Secret.class, itself, yes, Predicate.generationChanged())
        .complete(manager, reconciler);
    run(1, Gadget.class);
    Await.until("the other handler", () -> cluster.informer(Secret.class).handlers() == 1);
    cluster.informer(Gadget.class).create("default", "no");
    cluster.informer(Secret.class).create("default", "no");
    cluster.informer(Gadget.class).create("a", "yes");
    cluster.informer(Secret.class).create("b", "yes");

    Await.until("two reconciles", () -> reconciled.size() == 2);
    assertThat(reconciled).containsExactlyInAnyOrder("a/yes", "b/yes");
  }

  private void tellOfAnOwnedConfigMap() {
    run(1, ConfigMap.class);
    cluster
        .informer(ConfigMap.class)
        .tell(
            new CreateEvent<>(
                FakeView.<ConfigMap>of("default", "child").withOwners(OWNER, CONTROLLER), false));
  }

  private void run(int handlers, Class<? extends HasMetadata> on) {
    cluster.syncedInformer(Gadget.class);
    cluster.syncedInformer(ConfigMap.class);
    cluster.syncedInformer(Secret.class);
    manager.start();
    Await.until("the handlers", () -> cluster.informer(on).handlers() == handlers);
  }

  private static Predicate<Gadget> named(String name) {
    return Predicate.object(view -> view.key().name().equals(name));
  }
}
