package dev.jop.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.GenericEvent;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.testing.FakeView;
import dev.jop.runtime.workqueue.AddOptions;
import dev.jop.runtime.workqueue.Prioritized;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LowPriorityTest {

  private static final FakeView<ConfigMap> OBJECT = FakeView.of("default", "one");
  private static final FakeView<ConfigMap> CHANGED = OBJECT.withResourceVersion("2");
  private static final Request REQUEST = Request.of(OBJECT.key());

  private final WorkQueueOptions<Request> options =
      WorkQueueOptions.of("", RateLimiter.exponential());
  private final EventHandler<ConfigMap> handler =
      EventHandler.withLowPriorityWhenUnchanged(EventHandler.enqueueRequestForObject());

  @Test
  @Tag("P18")
  void givesALowPriorityToTheInitialList() throws Exception {
    assertThat(priority(handler, new CreateEvent<>(OBJECT, true))).isEqualTo(-100);
    assertThat(priority(handler, new CreateEvent<>(OBJECT, false))).isZero();
  }

  @Test
  @Tag("P18")
  void givesALowPriorityToAnUpdateThatChangedNothing() throws Exception {
    assertThat(priority(handler, new UpdateEvent<>(OBJECT, OBJECT))).isEqualTo(-100);
    assertThat(priority(handler, new UpdateEvent<>(OBJECT, CHANGED))).isZero();
  }

  @Test
  @Tag("P18")
  void givesTheUsualPriorityToDeletionsAndOtherEvents() throws Exception {
    assertThat(priority(handler, new DeleteEvent<>(OBJECT, false))).isZero();
    assertThat(priority(handler, new GenericEvent<>(OBJECT))).isZero();
  }

  @Test
  @Tag("P18")
  void givesALowPriorityHoweverAHandlerAdds() throws Exception {
    List<EventHandler<ConfigMap>> handlers =
        List.of(
            (event, queue) -> queue.add(REQUEST),
            (event, queue) -> queue.addAfter(REQUEST, Duration.ZERO),
            (event, queue) -> queue.addAll(List.of(REQUEST), AddOptions.defaults()));
    for (EventHandler<ConfigMap> each : handlers) {
      assertThat(priority(low(each), new CreateEvent<>(OBJECT, true))).isEqualTo(-100);
    }
  }

  @Test
  @Tag("P18")
  void leavesAPriorityThatAHandlerGives() throws Exception {
    EventHandler<ConfigMap> own =
        (event, queue) -> queue.add(REQUEST, AddOptions.defaults().withPriority(3));

    assertThat(priority(low(own), new CreateEvent<>(OBJECT, true))).isEqualTo(3);
  }

  @Test
  @Tag("P19")
  void hasNoEffectOnAQueueWithoutPriorities() throws Exception {
    WorkQueue<Request> plain = WorkQueue.create(options);
    handler.handle(new CreateEvent<>(OBJECT, true), plain);

    assertThat(plain.getWithPriority()).hasValue(new Prioritized<>(REQUEST, 0));
  }

  private static EventHandler<ConfigMap> low(EventHandler<ConfigMap> handler) {
    return EventHandler.withLowPriorityWhenUnchanged(handler);
  }

  private int priority(EventHandler<ConfigMap> tested, Event<ConfigMap> event)
      throws InterruptedException {
    WorkQueue<Request> queue = WorkQueue.createPrioritized(options);
    tested.handle(event, queue);
    return queue.getWithPriority().orElseThrow().priority();
  }
}
