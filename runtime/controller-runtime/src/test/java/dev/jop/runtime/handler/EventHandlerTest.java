package dev.jop.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.GenericEvent;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.Owner;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.testing.FakeView;
import dev.jop.runtime.workqueue.WorkQueue;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventHandlerTest {

  private static final FakeView<ConfigMap> OBJECT = FakeView.of("default", "one");

  @Test
  @Tag("S8")
  void requestsTheObjectOfEveryEvent() throws Exception {
    EventHandler<ConfigMap> handler = EventHandler.enqueueRequestForObject();

    for (Event<ConfigMap> event :
        List.<Event<ConfigMap>>of(
            new CreateEvent<>(OBJECT, false),
            new UpdateEvent<>(OBJECT, OBJECT),
            new DeleteEvent<>(OBJECT, false),
            new GenericEvent<>(OBJECT))) {
      assertThat(requests(handler, event)).containsExactly(request("default", "one"));
    }
  }

  @Test
  @Tag("S9")
  void requestsWhatAFunctionMakesOfBothStatesOnce() throws Exception {
    EventHandler<ConfigMap> handler =
        EventHandler.enqueueRequestsFromMapFunction(
            view -> List.of(request("both", "both"), request("v", view.resourceVersion())));

    assertThat(requests(handler, new CreateEvent<>(OBJECT, false)))
        .containsExactly(request("both", "both"), request("v", "1"));
    assertThat(requests(handler, new UpdateEvent<>(OBJECT, OBJECT.withResourceVersion("2"))))
        .containsExactly(request("both", "both"), request("v", "1"), request("v", "2"));
  }

  @Test
  @Tag("S10")
  void requestsTheOwnersOfBothStatesOnce() throws Exception {
    EventHandler<ConfigMap> handler = ownedBy(Deployment.class, OwnerMatch.CONTROLLER);
    FakeView<ConfigMap> a = OBJECT.withOwners(owner("apps/v1", "Deployment", "a", true));
    FakeView<ConfigMap> b = OBJECT.withOwners(owner("apps/v1", "Deployment", "b", true));

    assertThat(requests(handler, new UpdateEvent<>(a, b)))
        .containsExactly(request("default", "a"), request("default", "b"));
    assertThat(requests(handler, new UpdateEvent<>(a, OBJECT)))
        .containsExactly(request("default", "a"));
    assertThat(requests(handler, new UpdateEvent<>(a, a))).containsExactly(request("default", "a"));
    assertThat(requests(handler, new CreateEvent<>(a, false)))
        .containsExactly(request("default", "a"));
    assertThat(requests(handler, new DeleteEvent<>(a, false)))
        .containsExactly(request("default", "a"));
  }

  @Test
  @Tag("S11")
  void knowsAnOwnerByGroupAndKindInAnyVersion() throws Exception {
    EventHandler<ConfigMap> handler = ownedBy(Deployment.class, OwnerMatch.EVERY);
    FakeView<ConfigMap> object =
        OBJECT.withOwners(
            owner("apps/v1beta1", "Deployment", "older", false),
            owner("other/v1", "Deployment", "other-group", false),
            owner("v1", "Deployment", "no-group", false),
            owner("apps/v1", "StatefulSet", "other-kind", false));

    assertThat(requests(handler, new CreateEvent<>(object, false)))
        .containsExactly(request("default", "older"));
  }

  @Test
  @Tag("S12")
  void looksForAClusterScopedOwnerInNoNamespace() throws Exception {
    EventHandler<ConfigMap> handler = ownedBy(Node.class, OwnerMatch.EVERY);
    FakeView<ConfigMap> object = OBJECT.withOwners(owner("v1", "Node", "a", false));

    assertThat(requests(handler, new CreateEvent<>(object, false)))
        .containsExactly(request("", "a"));
  }

  @Test
  @Tag("S13")
  void requestsTheControllerAloneOrEveryOwner() throws Exception {
    FakeView<ConfigMap> object =
        OBJECT.withOwners(
            owner("apps/v1", "Deployment", "a", false), owner("apps/v1", "Deployment", "b", true));
    Event<ConfigMap> event = new CreateEvent<>(object, false);

    assertThat(requests(ownedBy(Deployment.class, OwnerMatch.CONTROLLER), event))
        .containsExactly(request("default", "b"));
    assertThat(requests(ownedBy(Deployment.class, OwnerMatch.EVERY), event))
        .containsExactly(request("default", "a"), request("default", "b"));
  }

  @Test
  @Tag("S14")
  void refusesAnOwnerThatStandsForNoKind() {
    assertThatThrownBy(() -> ownedBy(HasMetadata.class, OwnerMatch.EVERY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stands for no kind");
  }

  private static EventHandler<ConfigMap> ownedBy(
      Class<? extends HasMetadata> type, OwnerMatch match) {
    return EventHandler.enqueueRequestForOwner(type, match);
  }

  private static Owner owner(String apiVersion, String kind, String name, boolean controller) {
    return new Owner(apiVersion, kind, name, "uid-of-" + name, controller);
  }

  private static Request request(String namespace, String name) {
    return Request.of(ObjectKey.of(namespace, name));
  }

  private static List<Request> requests(EventHandler<ConfigMap> handler, Event<ConfigMap> event)
      throws InterruptedException {
    WorkQueue<Request> queue = WorkQueue.create(RateLimiter.exponential());
    handler.handle(event, queue);
    List<Request> requests = new ArrayList<>();
    while (queue.length() > 0) {
      requests.add(queue.get().orElseThrow());
    }
    return requests;
  }
}
