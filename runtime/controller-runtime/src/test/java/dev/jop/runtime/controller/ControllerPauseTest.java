package dev.jop.runtime.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.FakeCluster;
import dev.jop.runtime.testing.FakeInformer;
import dev.jop.runtime.thread.Threads;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A controller that may not always reconcile, and reconciles that may not go on for ever. */
@Timeout(120)
class ControllerPauseTest {

  private static final ControllerOptions OPTIONS =
      ControllerOptions.defaults().withSkipNameValidation(true);

  private final FakeCluster cluster = new FakeCluster();
  private final FakeInformer<ConfigMap> informer = cluster.syncedInformer(ConfigMap.class);
  private final List<String> reconciled = new CopyOnWriteArrayList<>();
  private final List<Context> contexts = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private Controller controller = controller(OPTIONS, (request, context) -> Result.done());

  @Test
  @Tag("C25")
  void fillsItsQueueWhileItIsPausedAndReconcilesWhenItIsResumed() {
    controller = controller(OPTIONS, (request, context) -> Result.done());
    controller.pause();
    start();
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");
    informer.create("default", "b");
    assertThat(reconciled).isEmpty();
    controller.resume();
    Await.until("two reconciles", () -> reconciled.size() == 2);

    controller.pause();
    informer.create("default", "c");
    controller.resume();
    Await.until("the third reconcile", () -> reconciled.size() == 3);
    finish();
  }

  @Test
  @Tag("C26")
  void startsItsSourcesOnlyWhenItIsResumedIfItDoesNotWarmUp() {
    controller = controller(OPTIONS.withEnableWarmup(false), (request, context) -> Result.done());
    controller.pause();
    start();
    informer.create("default", "a");
    assertThat(informer.handlers()).isZero();

    controller.resume();
    Await.until("the handler", () -> informer.handlers() == 1);
    finish();
  }

  @Test
  @Tag("C20")
  void endsWithoutHavingStartedItsSources() {
    controller = controller(OPTIONS.withEnableWarmup(false), (request, context) -> Result.done());
    controller.pause();
    start();
    finish();

    assertThat(informer.handlers()).isZero();
  }

  @Test
  void beginsNoReconcileOnceThePauseHasReturned() throws Exception {
    controller = controller(OPTIONS, (request, context) -> Result.done());
    start();
    Await.until("the handler", () -> informer.handlers() == 1);
    for (int i = 0; i < 200; i++) {
      informer.create("default", "n" + i);
      controller.pause();
      Await.until("the last reconcile", () -> controller.reconciling().isEmpty());
      int before = reconciled.size();
      informer.create("default", "m" + i);
      assertThat(reconciled).hasSize(before);
      controller.resume();
    }
    Await.until("all reconciles", () -> reconciled.size() == 400);
    finish();
  }

  @Test
  void cancelsRunningReconcilesAndComesBackToThoseThatWereInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    controller =
        controller(
            OPTIONS,
            (request, context) -> {
              if (reconciled.size() == 1) {
                never.await();
              }
              return Result.done();
            });
    start();
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");
    Await.until("a reconcile to run", () -> !controller.reconciling().isEmpty());
    assertThat(contexts.get(0).isCancelled()).isFalse();
    controller.pause();
    assertThat(contexts.get(0).isCancelled()).isTrue();
    controller.interrupt();
    Await.until("the reconcile to end", () -> controller.reconciling().isEmpty());

    controller.resume();
    Await.until("the reconcile again", () -> reconciled.size() == 2);
    assertThat(contexts).extracting(Context::failures).containsExactly(0, 0);
    finish();
  }

  @Test
  void cancelsRunningReconcilesWhenItStops() {
    controller =
        controller(
            OPTIONS,
            (request, context) -> {
              while (!context.isCancelled()) {
                Thread.onSpinWait();
              }
              return Result.done();
            });
    start();
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");
    Await.until("a reconcile to run", () -> !controller.reconciling().isEmpty());

    finish();
  }

  @Test
  @Tag("C4")
  void interruptsAReconcileThatTakesTooLongAndTriesItAgain() {
    controller =
        controller(
            OPTIONS.withReconciliationTimeout(Duration.ofMillis(30)),
            (request, context) -> {
              if (context.failures() == 0) {
                new CountDownLatch(1).await();
              }
              return Result.done();
            });
    start();
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");
    Await.until("the second try", () -> reconciled.size() >= 2);

    assertThat(contexts.get(0).isCancelled()).isTrue();
    assertThat(contexts.get(0).timeLeft()).hasValue(Duration.ZERO);
    assertThat(contexts.get(1).failures()).isOne();
    finish();
  }

  @Test
  @Tag("C3")
  void endsWithAnErrorOfTheReconcilerIfItIsNotToRecover() {
    controller =
        controller(
            OPTIONS.withRecoverPanic(false),
            (request, context) -> {
              throw new AssertionError("a bug");
            });
    start();
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");

    Await.until("the end", end::isDone);
    assertThatThrownBy(end::join)
        .hasCauseInstanceOf(ControllerException.class)
        .hasMessageContaining("a bug");
  }

  private Controller controller(ControllerOptions options, Reconciler reconciler) {
    Controller made =
        Controller.create(
            "test",
            (request, context) -> {
              contexts.add(context);
              reconciled.add(request.toString());
              return reconciler.reconcile(request, context);
            },
            options);
    made.watch(
        Source.kind(cluster, ConfigMap.class, EventHandler.enqueueRequestForObject(), List.of()));
    return made;
  }

  private void start() {
    Threads.start(
        "run",
        () -> {
          try {
            controller.run();
            end.complete(null);
          } catch (Exception e) {
            end.completeExceptionally(e);
          }
        });
  }

  private void finish() {
    controller.stop();
    assertThat(end).succeedsWithin(Duration.ofSeconds(60));
  }
}
