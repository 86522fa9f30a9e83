package dev.jop.envtest.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupEnvtestTest {
  @TempDir Path root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return SetupEnvtest.run(
        List.of(args),
        new Recorder().options(root, Map.of()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Path install(Path parent) throws Exception {
    Path folder = Files.createDirectories(parent.resolve("k8s/1.37.2-" + Platform.current()));
    for (String name : Binaries.REQUIRED) {
      assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true)).isTrue();
    }
    return folder;
  }

  @Test
  void printsTheFolder() throws Exception {
    Path folder = install(root);

    assertThat(run("use", "1.37.x")).isZero();
    assertThat(out).hasToString(folder + "\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void printsALineForTheShell() throws Exception {
    Path folder = install(root.resolve("it's"));

    assertThat(run("-i", "--print=env", "--bin-dir", root.resolve("it's").toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("export KUBEBUILDER_ASSETS='" + folder.toString().replace("'", "'\\''") + "'\n");
  }

  @Test
  void saysInOneLineWhatIsMissing() {
    assertThat(run("--index", "http://127.0.0.1:1/")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .last()
        .asString()
        .startsWith("setup-envtest: no etcd and kube-apiserver of Kubernetes 1.37.2");
  }

  @Test
  void refusesACommandLineThatItDoesNotKnow() {
    for (String[] args :
        new String[][] {
          {"--no"}, {"-p", "json"}, {"--bin-dir"}, {"1.30", "1.31"}, {"--index", "a b"}
        }) {
      assertThat(run(args)).as(String.join(" ", args)).isEqualTo(2);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(5)
        .allSatisfy(
            line -> assertThat(line).startsWith("setup-envtest: ").endsWith("; see --help"));
  }

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Usage: setup-envtest", "--installed-only");
  }
}
