package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.controller.Controller;
import dev.jop.runtime.controller.ControllerOptions;
import dev.jop.runtime.handler.EventHandler;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.FakeCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a manager starts and ends, with clusters that are not there. */
@Timeout(60)
class ManagerTest {

  private static final Config NOWHERE =
      new ConfigBuilder(Config.empty()).withMasterUrl("https://127.0.0.1:1").build();

  private final FakeCluster cluster = new FakeCluster();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Manager manager = manager(Duration.ofSeconds(30));

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  @Tag("M3")
  void startsTasksWhenAllCachesHaveSynced() {
    FakeCluster other = new FakeCluster();
    other.setSynced(false);
    manager.add(other);
    manager.add("task", () -> log.add("task"));
    manager.start();
    Await.until("the caches' start", () -> cluster.isStarted() && other.isStarted());
    assertThat(log).isEmpty();

    other.setSynced(true);
    Await.until("the task", () -> log.contains("task"));
  }

  @Test
  @Tag("M4")
  void failsWhenACacheDoesNotSync() {
    cluster.setSynced(false);
    manager =
        new Manager(
            ManagerOptions.defaults()
                .withController(
                    ControllerOptions.defaults().withCacheSyncTimeout(Duration.ofMillis(20))),
            cluster,
            null);

    assertThatThrownBy(manager::run)
        .isInstanceOf(ManagerException.class)
        .hasMessageContaining("caches did not sync within 0.02 s");
  }

  @Test
  @Tag("M5")
  void startsAtOnceWhatIsAddedWhileItRuns() {
    start();
    FakeCluster other = new FakeCluster();
    manager.add(other);
    manager.add("task", () -> log.add("task"));

    assertThat(other.isStarted()).isTrue();
    Await.until("the task", () -> log.contains("task"));
  }

  @Test
  @Tag("M6")
  void endsAsAWholeWithTheFailureOfAPart() {
    manager.add("good", () -> waitForInterrupt("good"));
    manager.add(
        "bad",
        () -> {
          throw new IOException("out of luck");
        });

    assertThatThrownBy(manager::run)
        .isInstanceOf(ManagerException.class)
        .hasMessage("bad failed: java.io.IOException: out of luck");
    assertThat(log).containsExactly("good interrupted");
    assertThat(cluster.isClosed()).isTrue();
  }

  @Test
  @Tag("M6")
  void takesAnErrorOfAPartForAFailure() {
    manager.add(
        "bad",
        () -> {
          throw new NoClassDefFoundError("Missing");
        });

    assertThatThrownBy(manager::run)
        .isInstanceOf(ManagerException.class)
        .hasMessage("bad failed: java.lang.NoClassDefFoundError: Missing");
  }

  @Test
  @Tag("M6")
  void endsWithTheFailureOfAControllerThatDoesNotSync() {
    Controller controller = controller(Duration.ofMillis(20), (request, context) -> Result.done());
    manager.add(controller);

    assertThatThrownBy(manager::run)
        .isInstanceOf(ManagerException.class)
        .hasMessageStartingWith("controller test: ConfigMap did not sync within 0.02 s");
  }

  @Test
  @Tag("M7")
  @Tag("M9")
  void interruptsTasksAndWaitsForThemWhenItIsClosed() {
    manager.add("task", () -> waitForInterrupt("task"));
    start();
    manager.close();

    assertThat(log).containsExactly("task interrupted");
    assertThat(cluster.isClosed()).isTrue();
  }

  @Test
  @Tag("M8")
  void refusesPartsWhenItStops() {
    start();
    manager.close();

    assertThatThrownBy(() -> manager.add("late", () -> log.add("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("stopping");
    assertThatThrownBy(() -> manager.add(new FakeCluster())).hasMessageContaining("stopping");
  }

  @Test
  @Tag("M10")
  void tellsTheFirstFailureWithTheLaterOnes() {
    manager = manager(Duration.ofMillis(20));
    CountDownLatch never = new CountDownLatch(1);
    manager.add("stubborn", () -> awaitStubbornly(never));
    manager.add(
        "bad",
        () -> {
          Await.until("the other task", () -> log.contains("stubborn"));
          throw new IOException("out of luck");
        });

    assertThatThrownBy(manager::run)
        .hasMessageContaining("bad failed")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .asString()
                    .contains("did not stop within 0.02 s: stubborn"));
    never.countDown();
  }

  @Test
  @Tag("M11")
  void saysWhichReconcileDidNotEndInTime() {
    manager = manager(Duration.ofMillis(20));
    CountDownLatch never = new CountDownLatch(1);
    reconcileForever(never);

    assertThatThrownBy(manager::close)
        .isInstanceOf(ManagerException.class)
        .hasMessage("did not stop within 0.02 s: controller test reconciling default/a");
    never.countDown();
  }

  @Test
  @Tag("M11")
  void doesNotWaitWithoutGrace() {
    manager = manager(Duration.ZERO);
    CountDownLatch never = new CountDownLatch(1);
    reconcileForever(never);

    assertThatCode(manager::close).doesNotThrowAnyException();
    never.countDown();
  }

  @Test
  @Tag("M11")
  void interruptsReconcilesBeforeTheGraceIsOver() {
    manager = manager(Duration.ofSeconds(6));
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    reconcileOne(
        (request, context) -> {
          try {
            new CountDownLatch(1).await();
            return Result.done();
          } catch (InterruptedException e) {
            interrupted.complete("cancelled before: " + context.isCancelled());
            throw e;
          }
        });

    assertThatCode(manager::close).doesNotThrowAnyException();
    assertThat(interrupted).isCompletedWithValue("cancelled before: true");
  }

  @Test
  @Tag("M11")
  void waitsForEverWithANegativeGrace() {
    manager = manager(Duration.ofMillis(-1));
    CountDownLatch never = new CountDownLatch(1);
    reconcileForever(never);
    manager.add(
        "closer",
        () -> {
          try {
            new CountDownLatch(1).await();
          } finally {
            never.countDown();
          }
        });

    assertThatCode(manager::close).doesNotThrowAnyException();
  }

  @Test
  @Tag("M12")
  void startsOnlyOnce() {
    start();
    assertThatThrownBy(manager::start).hasMessageContaining("was started or closed before");
    manager.close();
    assertThatThrownBy(manager::run).hasMessageContaining("was started or closed before");
  }

  @Test
  void closesWhatWasNeverStarted() {
    controller(Duration.ofMinutes(2), (request, context) -> Result.done());
    manager.close();
    manager.close();

    assertThat(cluster.isClosed()).isTrue();
    assertThat(cluster.isStarted()).isFalse();
  }

  @Test
  @Tag("M14")
  void takesTheProbesPortWhenItIsMade() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ManagerOptions options =
          ManagerOptions.defaults()
              .withConfig(NOWHERE)
              .withHealthProbeBindAddress("127.0.0.1:" + taken.getLocalPort());
      Set<Thread> before = connections();
      assertThatThrownBy(() -> Manager.create(options))
          .isInstanceOf(ManagerException.class)
          .hasMessageContaining("" + taken.getLocalPort())
          .hasMessageContaining("in use");
      assertThat(connections()).as("connections that nobody can close").isSubsetOf(before);
    }
  }

  @Test
  void givesThePortBackWhenTheConfigurationIsOfNoUse() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ManagerOptions options =
        ManagerOptions.defaults()
            .withConfig(
                new ConfigBuilder(NOWHERE)
                    .withClientCertData("bm8=")
                    .withClientKeyData("bm8=")
                    .build())
            .withHealthProbeBindAddress("127.0.0.1:" + port);

    assertThatThrownBy(() -> Manager.create(options))
        .isInstanceOf(ManagerException.class)
        .hasMessageStartingWith("cannot connect to https://127.0.0.1:1 as configured: ");
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  @Tag("M18")
  void leavesNoThreadsBehind() {
    Set<Thread> before = threads();
    Manager real = Manager.create(ManagerOptions.defaults().withConfig(NOWHERE));
    real.add("task", () -> waitForInterrupt("task"));
    real.cache().informer(ConfigMap.class);
    real.start();
    real.close();

    Await.until(
        "the end of all new threads",
        () -> threads().stream().filter(thread -> !before.contains(thread)).findAny().isEmpty());
  }

  private static Set<Thread> connections() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient"))
        .collect(Collectors.toSet());
  }

  /**
   * All threads but those of the HTTP client and its timer, which end by themselves some seconds
   * later, and the carriers of virtual threads.
   */
  private static Set<Thread> threads() {
    Pattern others = Pattern.compile("HttpClient|CachedSingleThread|ForkJoinPool|VirtualThread");
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !others.matcher(thread.getName()).lookingAt())
        .collect(Collectors.toSet());
  }

  private Manager manager(Duration grace) {
    return new Manager(ManagerOptions.defaults().withGracefulShutdownTimeout(grace), cluster, null);
  }

  private void start() {
    CountDownLatch started = new CountDownLatch(1);
    manager.add("first", started::countDown);
    manager.start();
    Await.until("the start", () -> started.getCount() == 0);
  }

  private void reconcileForever(CountDownLatch never) {
    reconcileOne(
        (request, context) -> {
          awaitStubbornly(never);
          return Result.done();
        });
  }

  /** Returns while the reconciler is busy with an object. */
  private void reconcileOne(Reconciler reconciler) {
    Controller controller = controller(Duration.ofMinutes(2), reconciler);
    cluster.syncedInformer(ConfigMap.class);
    manager.add(controller);
    manager.start();
    Await.until("the handler", () -> cluster.informer(ConfigMap.class).handlers() == 1);
    cluster.informer(ConfigMap.class).create("default", "a");
    Await.until("the reconcile", () -> !controller.reconciling().isEmpty());
  }

  private Controller controller(Duration syncTimeout, Reconciler reconciler) {
    Controller controller =
        Controller.create(
            "test",
            reconciler,
            ControllerOptions.defaults()
                .withSkipNameValidation(true)
                .withCacheSyncTimeout(syncTimeout));
    controller.watch(
        Source.kind(cluster, ConfigMap.class, EventHandler.enqueueRequestForObject(), List.of()));
    return controller;
  }

  private void waitForInterrupt(String name) throws InterruptedException {
    try {
      new CountDownLatch(1).await();
    } finally {
      log.add(name + " interrupted");
    }
  }

  /** Waits whatever interrupts come. */
  private void awaitStubbornly(CountDownLatch latch) {
    log.add("stubborn");
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        log.add("interrupted in vain");
      }
    }
  }
}
