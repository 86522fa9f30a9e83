package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an environment ends, nothing of it is left. */
class EnvironmentEndIT {
  @Test
  void leavesNothingAfterClose() throws Exception {
    Environment environment = Environment.start();
    String folder = environment.kubeconfigFile().toString().replace("/kubeconfig", "");
    ServersOf servers = new ServersOf(folder);
    assertThat(servers.running()).hasSize(2);

    environment.close();
    environment.close();

    assertThat(servers.running()).isEmpty();
    assertThat(Path.of(folder)).doesNotExist();
    assertThatThrownBy(() -> environment.apiServer().start())
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void showsTheEndOfTheLogAfterAFailedStartAndLeavesNothing(@TempDir Path marker) throws Exception {
    EnvironmentOptions options =
        EnvironmentOptions.defaults()
            .withEtcdFlags(Flags.none().set("name", marker.toString()).remove("initial-cluster"))
            .withApiServerFlags(Flags.none().set("no-such-flag", marker.toString()));

    assertThatThrownBy(() -> Environment.start(options))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("kube-apiserver ended at its start with exit code 1")
        .hasMessageContaining("unknown flag: --no-such-flag");
    assertThat(new ServersOf(marker.toString()).running()).isEmpty();
  }

  @Test
  void givesUpAfterTheStartTimeout() {
    EnvironmentOptions options =
        EnvironmentOptions.defaults().withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(5));

    assertThatThrownBy(() -> Environment.start(options))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("was not ready within 0.2 s");
  }

  @Test
  void endsWithItsJvm() throws Exception {
    try (ChildEnvironment.Running child = ChildEnvironment.Running.start()) {
      assertThat(child.servers().running()).hasSize(1);

      child.process().getOutputStream().close();

      assertThat(child.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(child.servers().running()).isEmpty();
    }
  }

  @Test
  void endsSoonAfterItsJvmWasKilled() throws Exception {
    try (ChildEnvironment.Running child = ChildEnvironment.Running.start()) {
      List<ProcessHandle> servers = child.servers().running();
      String folder = workFolder(servers.get(0));
      assertThat(new ServersOf(folder).running()).hasSize(2);

      child.process().destroyForcibly().waitFor();

      new ServersOf(folder).awaitNone();
      ServersOf.await(
          Duration.ofSeconds(20), "the end of " + folder, () -> Files.notExists(Path.of(folder)));
    }
  }

  private static String workFolder(ProcessHandle apiServer) {
    String line = apiServer.info().commandLine().orElseThrow();
    return line.replaceFirst(".*--client-ca-file=(\\S+)/ca\\.crt.*", "$1");
  }
}
