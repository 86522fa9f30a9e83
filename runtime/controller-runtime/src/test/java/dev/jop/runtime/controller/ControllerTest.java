package dev.jop.runtime.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.FakeCluster;
import dev.jop.runtime.testing.FakeInformer;
import dev.jop.runtime.thread.Threads;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A controller's life: its sources, its workers, its end. */
@Timeout(60)
class ControllerTest {

  private static final ControllerOptions OPTIONS =
      ControllerOptions.defaults().withSkipNameValidation(true);

  private final FakeCluster cluster = new FakeCluster();
  private final FakeInformer<ConfigMap> informer = cluster.informer(ConfigMap.class);
  private final List<String> reconciled = new CopyOnWriteArrayList<>();
  private final List<Controller> controllers = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Void>> runs = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    controllers.forEach(Controller::stop);
    assertThat(runs).allSatisfy(run -> assertThat(run).succeedsWithin(Duration.ofSeconds(30)));
  }

  @Test
  @Tag("C1")
  void reconcilesEachKeyOnce() {
    informer.sync();
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(configMaps());
    start(controller);
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");
    informer.create("default", "b");

    Await.until("two reconciles", () -> reconciled.size() == 2);
    assertThat(reconciled).containsExactly("default/a", "default/b");
  }

  @Test
  @Tag("C17")
  void reconcilesNothingBeforeAllSourcesHaveSynced() {
    FakeInformer<Secret> late = cluster.informer(Secret.class);
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(configMaps());
    controller.watch(secrets());
    start(controller);
    Await.until("both handlers", () -> informer.handlers() + late.handlers() == 2);
    informer.create("default", "early");
    informer.sync();
    late.create("default", "late");
    assertThat(reconciled).isEmpty();

    late.sync();
    Await.until("both reconciles", () -> reconciled.size() == 2);
  }

  @Test
  @Tag("C18")
  void failsWhenASourceDoesNotSyncInTime() {
    Controller controller =
        controller(OPTIONS.withCacheSyncTimeout(Duration.ofMillis(20)), this::note);
    controller.watch(configMaps());

    assertThatThrownBy(controller::run)
        .isInstanceOf(ControllerException.class)
        .hasMessageStartingWith("controller test: ConfigMap did not sync within 0.02 s")
        .hasMessageContaining("is its CRD installed");
    assertThat(informer.handlers()).isZero();
  }

  @Test
  @Tag("C19")
  void failsWhenTheStartOfASourceBlocks() {
    CountDownLatch never = new CountDownLatch(1);
    Controller controller =
        controller(OPTIONS.withCacheSyncTimeout(Duration.ofMillis(20)), this::note);
    controller.watch(FakeSource.startedBy("a slow source", never::await));

    assertThatThrownBy(controller::run)
        .hasMessageContaining("a slow source did not start within")
        .hasMessageContaining("must not block");
  }

  @Test
  @Tag("C20")
  void endsWithoutAnErrorWhenItIsStoppedWhileItSyncs() {
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(configMaps());
    CompletableFuture<Void> end = run(controller);
    Await.until("the handler", () -> informer.handlers() == 1);
    controller.stop();

    assertThat(end).succeedsWithin(Duration.ofSeconds(30));
    assertThat(informer.handlers()).isZero();
  }

  @Test
  @Tag("C21")
  void failsWhenTheStartOfASourceFails() {
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(configMaps());
    controller.watch(
        FakeSource.startedBy(
            "a bad source",
            () -> {
              throw new IllegalStateException("no luck");
            }));

    assertThatThrownBy(controller::run)
        .isInstanceOf(ControllerException.class)
        .hasMessageContaining("no luck")
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("C23")
  void isRunOnlyOnce() {
    informer.sync();
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(configMaps());
    start(controller);
    Await.until("the handler", () -> informer.handlers() == 1);

    assertThatThrownBy(controller::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was started before");
  }

  @Test
  @Tag("C24")
  void startsASourceThatIsAddedWhileItRuns() {
    informer.sync();
    FakeInformer<Secret> later = cluster.syncedInformer(Secret.class);
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(configMaps());
    start(controller);
    Await.until("the handler", () -> informer.handlers() == 1);
    controller.watch(secrets());
    later.create("default", "later");

    Await.until("the reconcile", () -> reconciled.contains("default/later"));
  }

  @Test
  @Tag("C29")
  void takesItsNameUntilItEnds() {
    Controller first = controller(ControllerOptions.defaults(), this::note);
    assertThatThrownBy(() -> controller(ControllerOptions.defaults(), this::note))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("controller named \"test\" in this process already");
    controller(OPTIONS, this::note);

    first.stop();
    controller(ControllerOptions.defaults(), this::note);
  }

  @Test
  @Tag("C30")
  void needsAName() {
    assertThatThrownBy(() -> Controller.create("", this::note, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a name");
  }

  @Test
  @Tag("C35")
  void runsAsManyReconcilesAtOnceAsItMayAndNeverTwoForAKey() {
    informer.sync();
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    Controller controller =
        controller(
            OPTIONS.withMaxConcurrentReconciles(2),
            (request, context) -> {
              running.incrementAndGet();
              go.await();
              running.decrementAndGet();
              return note(request, context);
            });
    controller.watch(configMaps());
    start(controller);
    Await.until("the handler", () -> informer.handlers() == 1);
    for (String name : List.of("a", "a", "b", "c")) {
      informer.create("default", name);
    }
    Await.until("two reconciles to run", () -> controller.reconciling().size() == 2);
    informer.create("default", "a");
    assertThat(running).hasValue(2);
    assertThat(controller.reconciling())
        .containsExactlyInAnyOrder(request("default", "a"), request("default", "b"));

    go.countDown();
    Await.until("four reconciles", () -> reconciled.size() == 4);
    assertThat(reconciled)
        .containsExactlyInAnyOrder("default/a", "default/b", "default/c", "default/a");
  }

  @Test
  @Tag("C36")
  void letsRunningReconcilesEndAndBeginsNoOther() {
    informer.sync();
    CountDownLatch go = new CountDownLatch(1);
    Controller controller =
        controller(
            OPTIONS,
            (request, context) -> {
              go.await();
              return note(request, context);
            });
    controller.watch(configMaps());
    CompletableFuture<Void> end = run(controller);
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "running");
    informer.create("default", "waiting");
    Await.until("a reconcile to run", () -> !controller.reconciling().isEmpty());
    controller.stop();
    assertThat(end).isNotDone();

    go.countDown();
    assertThat(end).succeedsWithin(Duration.ofSeconds(30));
    assertThat(reconciled).containsExactly("default/running");
  }

  @Test
  @Tag("C36")
  void endsAlsoWhenASourceFailsToClose() {
    informer.sync();
    Controller controller = controller(OPTIONS, this::note);
    controller.watch(
        FakeSource.closedBy(
            "stuck",
            () -> {
              throw new IllegalStateException("stuck");
            }));
    controller.watch(configMaps());
    CompletableFuture<Void> end = run(controller);
    Await.until("the handler", () -> informer.handlers() == 1);
    controller.stop();

    assertThat(end).succeedsWithin(Duration.ofSeconds(30));
    assertThat(informer.handlers()).isZero();
  }

  @Test
  @Tag("C36")
  void breaksIntoRunningReconcilesWhenItsOwnThreadIsInterrupted() throws Exception {
    informer.sync();
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    Controller controller =
        controller(
            OPTIONS,
            (request, context) -> {
              try {
                new CountDownLatch(1).await();
                return Result.done();
              } catch (InterruptedException e) {
                interrupted.complete("interrupted");
                throw e;
              }
            });
    controller.watch(configMaps());
    Thread thread = Threads.start("run", () -> assertThatThrownBy(controller::run).isNotNull());
    Await.until("the handler", () -> informer.handlers() == 1);
    informer.create("default", "a");
    Await.until("a reconcile to run", () -> !controller.reconciling().isEmpty());
    thread.interrupt();

    assertThat(interrupted.get(30, TimeUnit.SECONDS)).isEqualTo("interrupted");
    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
  }

  private Result note(Request request, Object context) {
    reconciled.add(request.toString());
    return Result.done();
  }

  private static Request request(String namespace, String name) {
    return Request.of(ObjectKey.of(namespace, name));
  }

  private Controller controller(ControllerOptions options, Reconciler reconciler) {
    Controller controller = Controller.create("test", reconciler, options);
    controllers.add(controller);
    return controller;
  }

  private Source configMaps() {
    return Source.kind(cluster, ConfigMap.class, EventHandler.enqueueRequestForObject(), List.of());
  }

  private Source secrets() {
    return Source.kind(cluster, Secret.class, EventHandler.enqueueRequestForObject(), List.of());
  }

  private void start(Controller controller) {
    runs.add(run(controller));
  }

  private static CompletableFuture<Void> run(Controller controller) {
    CompletableFuture<Void> end = new CompletableFuture<>();
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
    return end;
  }
}
