package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.assets.AssetOptions;
import dev.jop.envtest.assets.Assets;
import dev.jop.envtest.assets.Binaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that finds its port taken is started again with others: by scripts before the real one.
 */
class PortConflictIT {
  @TempDir Path folder;

  private EnvironmentOptions options(int conflicts) throws IOException {
    Binaries real = Assets.find(AssetOptions.defaults());
    script("etcd", "exec %s \"$@\"".formatted(real.etcd()));
    script(
        "kube-apiserver",
        """
        echo try >> %1$s/tries
        if [ "$(wc -l < %1$s/tries)" -le %2$d ]; then
          echo 'failed to listen on 127.0.0.1:1: bind: address already in use'
          exit 1
        fi
        exec %3$s "$@"
        """
            .formatted(folder, conflicts, real.kubeApiServer()));
    return EnvironmentOptions.defaults().withBinariesFolder(folder);
  }

  private void script(String name, String text) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void isOvercomeByOtherPorts() throws Exception {
    try (Environment environment = Environment.start(options(2))) {
      assertThat(environment.apiServer().running()).isTrue();
    }
    assertThat(Files.readAllLines(folder.resolve("tries"))).hasSize(3);
  }

  @Test
  void isReportedWhenItLasts() throws Exception {
    EnvironmentOptions options = options(100);

    assertThatThrownBy(() -> Environment.start(options))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("took the ports of the control plane 5 times in a row");
    assertThat(new ServersOf(folder.toString()).running()).isEmpty();
  }
}
