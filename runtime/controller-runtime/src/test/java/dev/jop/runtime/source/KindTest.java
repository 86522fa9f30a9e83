package dev.jop.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.predicate.Predicate;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.testing.FakeCluster;
import dev.jop.runtime.testing.FakeInformer;
import dev.jop.runtime.testing.FakeView;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KindTest {

  private final FakeCluster cluster = new FakeCluster();
  private final FakeInformer<ConfigMap> informer = cluster.informer(ConfigMap.class);
  private final WorkQueue<Request> queue = WorkQueue.create(RateLimiter.exponential());
  private final List<Event<? extends ConfigMap>> events = new ArrayList<>();

  @Test
  @Tag("S1")
  void handsCreationsUpdatesAndDeletionsToItsHandler() {
    Source source = source();
    source.start(queue);
    FakeView<ConfigMap> object = FakeView.of("default", "one");
    List<Event<ConfigMap>> all =
        List.of(
            new CreateEvent<>(object, true),
            new UpdateEvent<>(object, object),
            new DeleteEvent<>(object, true));
    all.forEach(informer::tell);

    assertThat(events).isEqualTo(all);
  }

  @Test
  @Tag("S2")
  void waitsUntilTheHandlerHasSeenTheInitialList() throws Exception {
    Source source = source();
    assertThat(source.waitForSync(Duration.ZERO)).isFalse();
    source.start(queue);
    assertThat(source.waitForSync(Duration.ofMillis(5))).isFalse();

    informer.sync();
    assertThat(source.waitForSync(Duration.ZERO)).isTrue();
  }

  @Test
  @Tag("S5")
  void asksPredicatesInOrderUntilOneSaysNo() {
    List<String> asked = new ArrayList<>();
    Predicate<ConfigMap> yes = Predicate.object(view -> asked.add("yes"));
    Predicate<ConfigMap> no = Predicate.object(view -> !asked.add("no"));
    source(List.of(yes, no, yes)).start(queue);
    informer.create("default", "one");

    assertThat(asked).containsExactly("yes", "no");
    assertThat(events).isEmpty();
  }

  @Test
  @Tag("P18")
  void givesALowPriorityToTheInitialListOnly() throws Exception {
    WorkQueue<Request> prioritized =
        WorkQueue.createPrioritized(WorkQueueOptions.of("", RateLimiter.exponential()));
    Source.kind(cluster, ConfigMap.class, EventHandler.enqueueRequestForObject(), List.of())
        .start(prioritized);
    informer.create("default", "old");
    informer.sync();
    informer.create("default", "new");

    assertThat(prioritized.getWithPriority())
        .hasValueSatisfying(
            first -> {
              assertThat(first.item().key().name()).isEqualTo("new");
              assertThat(first.priority()).isZero();
            });
    assertThat(prioritized.getWithPriority().orElseThrow().priority()).isEqualTo(-100);
  }

  @Test
  void tellsNothingMoreWhenItIsClosed() {
    Source source = source();
    source.start(queue);
    source.close();
    source.close();

    assertThat(informer.handlers()).isZero();
  }

  @Test
  void staysClosedWhenItIsClosedBeforeItsStart() {
    Source source = source();
    source.close();
    source.start(queue);

    assertThat(informer.handlers()).isZero();
  }

  @Test
  void isNamedForItsKindAndGroup() {
    Source deployments = Source.kind(cluster, Deployment.class, (event, requests) -> {}, List.of());

    assertThat(deployments).hasToString("Deployment.apps");
    assertThat(source()).hasToString("ConfigMap");
  }

  private Source source() {
    return source(List.of());
  }

  private Source source(List<Predicate<ConfigMap>> predicates) {
    EventHandler<ConfigMap> handler = (event, requests) -> events.add(event);
    return Source.kind(cluster, ConfigMap.class, handler, predicates);
  }
}
