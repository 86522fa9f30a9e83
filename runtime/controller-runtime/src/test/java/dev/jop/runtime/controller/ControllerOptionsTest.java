package dev.jop.runtime.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.workqueue.QueuedItem;
import dev.jop.runtime.workqueue.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ControllerOptionsTest {

  private static final int MANY = 1_000;

  @Test
  @Tag("C32")
  void usesAPriorityQueueUnlessToldNotTo() {
    ControllerOptions options = ControllerOptions.defaults();

    assertThat(queue(options).isPrioritized()).isTrue();
    assertThat(queue(options.withUsePriorityQueue(false)).isPrioritized()).isFalse();
    assertThat(
            queue(options.withUsePriorityQueue(false).withUsePriorityQueue(true)).isPrioritized())
        .isTrue();
  }

  @Test
  @Tag("R6")
  void limitsFailedRequestsEachAloneWithThePriorityQueue() {
    assertThat(longestDelayOfMany(ControllerOptions.defaults()))
        .isLessThanOrEqualTo(Duration.ofMillis(5));
  }

  @Test
  @Tag("R6")
  void limitsFailedRequestsAlsoTogetherWithThePlainQueue() {
    assertThat(longestDelayOfMany(ControllerOptions.defaults().withUsePriorityQueue(false)))
        .isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void asksForAQueueOnceAndSaysTheControllersName() {
    List<String> names = new ArrayList<>();
    Controller.create(
        "named",
        (request, context) -> Result.done(),
        ControllerOptions.defaults()
            .withSkipNameValidation(true)
            .withNewQueue(
                (name, limiter, metrics) -> {
                  names.add(name);
                  return WorkQueue.create(limiter);
                }));

    assertThat(names).containsExactly("named");
  }

  /** The first hundred of the plain queue's bucket go at once, the others at ten a second. */
  private static Duration longestDelayOfMany(ControllerOptions options) {
    WorkQueue<Request> queue = queue(options);
    for (int i = 0; i < MANY; i++) {
      queue.addRateLimited(Request.of(ObjectKey.of("default", "r" + i)));
    }
    return queue.snapshot().stream().map(QueuedItem::delay).max(Duration::compareTo).orElseThrow();
  }

  private static WorkQueue<Request> queue(ControllerOptions options) {
    return options.queue("test");
  }
}
