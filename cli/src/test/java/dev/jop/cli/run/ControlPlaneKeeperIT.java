package dev.jop.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentOptions;
import dev.jop.envtest.Server;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ControlPlaneKeeperIT {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void startsServersAgainThatWereKilled() throws Exception {
    EnvironmentOptions options = EnvironmentOptions.defaults().withExistingCluster(false);
    try (Environment environment = Environment.start(options);
        KubernetesClient client =
            new KubernetesClientBuilder().withConfig(environment.config()).build()) {
      ControlPlaneKeeper keeper = ControlPlaneKeeper.start(environment, told::add);
      kill(environment.apiServer());
      awaitToldOf("kube-apiserver");
      kill(environment.etcd());
      awaitToldOf("etcd");

      assertThat(client.namespaces().withName("default").get()).isNotNull();
      keeper.close();
    }
    assertThat(told).isEmpty();
  }

  private static void kill(Server server) {
    ProcessHandle.of(server.pid().orElseThrow()).orElseThrow().destroyForcibly();
  }

  private void awaitToldOf(String name) throws InterruptedException {
    assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(name + " ended; starting it again");
    assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(name + " is back");
  }
}
