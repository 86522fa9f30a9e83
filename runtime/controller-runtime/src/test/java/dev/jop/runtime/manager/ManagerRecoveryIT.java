package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.Environment;
import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.controller.ControllerOptions;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator does when its surroundings fail or end; on an API server of its own. */
class ManagerRecoveryIT {

  private static final Path CRD = Path.of("src/test/resources/gadget-crd.yaml");
  private static final Environment ENVIRONMENT = Environment.start();

  @BeforeAll
  static void installCrds() {
    ENVIRONMENT.installCrds(CRD);
  }

  @AfterAll
  static void close() {
    ENVIRONMENT.close();
  }

  @Test
  void goesOnWhenTheApiServerWasKilledAndStartedAgain() throws Exception {
    try (Manager manager = Manager.create(options())) {
      ControllerBuilder.forKind(Gadget.class)
          .owns(ConfigMap.class)
          .complete(manager, new GadgetReconciler(manager.client()));
      manager.start();
      Client live = manager.cluster().liveClient();
      live.create(Gadget.of(key("before"), 1));
      Await.until("the first config map", () -> exists(live, "before"));

      ENVIRONMENT.apiServer().kill();
      assertThatThrownBy(() -> live.get(Gadget.class, key("before")))
          .isInstanceOf(ApiException.class);
      ENVIRONMENT.apiServer().start();
      live.delete(live.get(ConfigMap.class, key("before")).orElseThrow());
      live.create(Gadget.of(key("after"), 1));

      Await.until("the second config map", () -> exists(live, "after"));
      Await.until("the first config map again", () -> exists(live, "before"));
    }
  }

  @Test
  void waitsForACrdThatComesLater() {
    ENVIRONMENT.uninstallCrds(CRD);
    try (Manager manager = Manager.create(options())) {
      ControllerBuilder.forKind(Gadget.class)
          .complete(manager, new GadgetReconciler(manager.client()));
      manager.start();
      ENVIRONMENT.installCrds(CRD);
      Client live = manager.cluster().liveClient();
      live.create(Gadget.of(key("late"), 1));

      Await.until("the config map", () -> exists(live, "late"));
    }
  }

  @Test
  @Tag("C18")
  void endsWithTheNameOfAKindWhoseCrdDoesNotCome() {
    ENVIRONMENT.uninstallCrds(CRD);
    ControllerOptions impatient =
        ControllerOptions.defaults().withCacheSyncTimeout(Duration.ofMillis(500));
    try (Manager manager = Manager.create(options().withController(impatient))) {
      ControllerBuilder.forKind(Gadget.class)
          .complete(manager, new GadgetReconciler(manager.client()));

      assertThatThrownBy(manager::run)
          .isInstanceOf(ManagerException.class)
          .hasMessageContaining("Gadget.test.jop.dev did not sync within 0.5 s");
    } finally {
      ENVIRONMENT.installCrds(CRD);
    }
  }

  @Test
  @Tag("C36")
  void letsARunningReconcileEndItsWorkWhenItStops() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Manager manager = Manager.create(options());
    Client client = manager.client();
    GadgetReconciler inner = new GadgetReconciler(client);
    ControllerBuilder.forKind(Gadget.class)
        .complete(
            manager,
            (request, context) -> {
              if (request.key().name().equals("slow")) {
                begun.countDown();
                go.await();
                inner.reconcile(request, context);
              }
              return Result.done();
            });
    manager.start();
    Client live = manager.cluster().liveClient();
    live.create(Gadget.of(key("slow"), 1));
    Await.until("the reconcile", () -> begun.getCount() == 0);
    CompletableFuture<Void> end = CompletableFuture.runAsync(manager::close);
    go.countDown();

    assertThat(end).succeedsWithin(Duration.ofSeconds(30));
    try (Manager reader = Manager.create(options())) {
      assertThat(exists(reader.cluster().liveClient(), "slow")).isTrue();
    }
  }

  @Test
  @Tag("M16")
  void servesHealthEndpointsAsLongAsItRuns() throws Exception {
    int port = freePort();
    Manager manager = Manager.create(options().withHealthProbeBindAddress("127.0.0.1:" + port));
    manager.addReadyzCheck("ping", () -> {});
    manager.start();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz/ping")).build();
    HttpClient http = HttpClient.newHttpClient();
    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("ok");

    manager.close();
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ManagerOptions options() {
    return ManagerOptions.defaults()
        .withConfig(ENVIRONMENT.config())
        .withController(ControllerOptions.defaults().withSkipNameValidation(true));
  }

  private static ObjectKey key(String name) {
    return ObjectKey.of("default", name);
  }

  private static boolean exists(Client live, String name) {
    return live.get(ConfigMap.class, key(name)).isPresent();
  }
}
