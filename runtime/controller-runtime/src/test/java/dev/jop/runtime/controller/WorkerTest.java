package dev.jop.runtime.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.reconcile.TerminalException;
import dev.jop.runtime.testing.ManualClock;
import dev.jop.runtime.workqueue.AddOptions;
import dev.jop.runtime.workqueue.Prioritized;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a request, by what its reconciler does; in one thread and in virtual time. */
class WorkerTest {

  private static final Request A = Request.of(ObjectKey.of("default", "a"));
  private static final Request B = Request.of(ObjectKey.of("default", "b"));
  private static final Request C = Request.of(ObjectKey.of("default", "c"));
  private static final Duration BASE = Duration.ofMillis(5);

  private final ManualClock clock = new ManualClock();
  private final WorkQueue<Request> queue =
      WorkQueue.createPrioritized(
          WorkQueueOptions.<Request>of("", RateLimiter.exponential(BASE, Duration.ofSeconds(1000)))
              .withClock(clock));
  private final Deque<Reconciler> script = new ArrayDeque<>();
  private final List<Context> contexts = new ArrayList<>();

  @Test
  @Tag("C12")
  void forgetsARequestThatSucceeded() throws Exception {
    workOn(A, failing(new IOException("down")), failing(new IOException("down")), succeeding());

    assertThat(queue.numRequeues(A)).isZero();
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("C6")
  void triesAFailedRequestAgainAndGoesOnWithOthers() throws Exception {
    queue.add(A);
    queue.add(B);
    work(failing(new IOException("down")), succeeding());
    assertThat(queue.length()).isZero();
    assertThat(queue.numRequeues(A)).isOne();
    assertThat(queue.numRequeues(B)).isZero();

    clock.advance(BASE);
    assertThat(queue.get()).hasValue(A);
  }

  @Test
  @Tag("C2")
  void takesAnErrorForAFailure() throws Exception {
    workOn(A, failing(new StackOverflowError()), failing(new AssertionError("bug")));

    assertThat(queue.numRequeues(A)).isEqualTo(2);
  }

  @Test
  @Tag("C6")
  @SuppressWarnings("NullAway") // what Java lets a user do
  void takesNoResultForAFailure() throws Exception {
    workOn(A, (request, context) -> null, (request, context) -> null);

    assertThat(queue.numRequeues(A)).isEqualTo(2);
  }

  @Test
  @Tag("C7")
  void doesNotTryATerminalFailureAgainAndDoesNotForgetIt() throws Exception {
    workOn(A, failing(new IOException("down")), failing(new TerminalException("bad spec")));
    clock.advance(Duration.ofDays(1));
    assertThat(queue.length()).isZero();
    assertThat(queue.numRequeues(A)).isOne();
  }

  @Test
  @Tag("C7")
  void knowsATerminalFailureAlsoAsACause() throws Exception {
    workOn(A, failing(new IOException("wrapped", new TerminalException("bad spec"))));
    clock.advance(Duration.ofDays(1));

    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("C8")
  void waitsLongerWithEachFailureInARow() throws Exception {
    workOn(A, failing(new IOException("1")), failing(new IOException("2")));
    assertThat(queue.numRequeues(A)).isEqualTo(2);

    clock.advance(BASE.multipliedBy(2).minusNanos(1));
    assertThat(queue.length()).isZero();
    clock.advance(Duration.ofNanos(1));
    assertThat(queue.length()).isOne();
  }

  @Test
  @Tag("C10")
  void comesBackWhenAskedToAndForgetsItsFailures() throws Exception {
    workOn(
        A,
        failing(new IOException("down")),
        (request, context) -> Result.requeueAfter(Duration.ofMinutes(5)));
    assertThat(queue.numRequeues(A)).isZero();

    clock.advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(queue.length()).isZero();
    clock.advance(Duration.ofNanos(1));
    assertThat(queue.length()).isOne();
  }

  @Test
  @Tag("C13")
  void keepsThePriorityOfARequestThatComesBack() throws Exception {
    queue.add(A, AddOptions.defaults().withPriority(-100));
    work(failing(new IOException("down")));
    clock.advance(BASE);
    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>(A, -100));
    queue.done(A);

    queue.add(A, AddOptions.defaults().withPriority(7));
    work((request, context) -> Result.requeueAfter(BASE));
    clock.advance(BASE);
    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>(A, 7));
  }

  @Test
  @Tag("C14")
  void givesARequestThatComesBackThePriorityOfTheResult() throws Exception {
    queue.add(A, AddOptions.defaults().withPriority(-100));
    work((request, context) -> Result.requeueAfter(BASE).withPriority(5));
    clock.advance(BASE);

    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>(A, 5));
  }

  @Test
  @Tag("C33")
  void givesEachCallAnIdOfItsOwnAndTheNumberOfFailures() throws Exception {
    workOn(A, failing(new IOException("1")), failing(new IOException("2")), succeeding());

    assertThat(contexts).extracting(Context::failures).containsExactly(0, 1, 2);
    assertThat(contexts).extracting(Context::reconcileId).doesNotHaveDuplicates();
    assertThat(contexts).allMatch(context -> UUID.fromString(context.reconcileId()).version() == 4);
  }

  @Test
  void isNotEndedByAnInterruptThatAReconcilerLeavesBehind() throws Exception {
    queue.add(A);
    queue.add(B);
    queue.add(C);
    work(
        (request, context) -> {
          Thread.currentThread().interrupt();
          return Result.done();
        },
        failing(new InterruptedException("not by us")),
        succeeding());

    assertThat(contexts).hasSize(3);
    assertThat(queue.numRequeues(B)).isOne();
  }

  /** Handles one request as often as the script has lines, whatever the delays between. */
  private void workOn(Request request, Reconciler... lines) throws InterruptedException {
    for (Reconciler line : lines) {
      queue.add(request);
      work(line);
    }
  }

  /** Handles as many requests as the script has lines. */
  private void work(Reconciler... lines) throws InterruptedException {
    script.addAll(List.of(lines));
    Gate gate = new Gate(true);
    Reconciler reconciler =
        (request, context) -> {
          contexts.add(context);
          Reconciler line = script.remove();
          if (script.isEmpty()) {
            gate.remove();
          }
          return line.reconcile(request, context);
        };
    new Worker("test", queue, reconciler, ControllerOptions.defaults(), gate).run();
  }

  private static Reconciler succeeding() {
    return (request, context) -> Result.done();
  }

  private static Reconciler failing(Throwable failure) {
    return (request, context) -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    };
  }
}
