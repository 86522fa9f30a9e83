package dev.jop.envtest.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds with a script in Go's place: what is called, in which order, and what is left when it
 * fails.
 */
class GoBuildTest {
  private static final String VERSION = "1.37.2-" + Platform.current();

  @TempDir Path machine;

  private final Recorder recorder = new Recorder();

  private Path root() {
    return machine.resolve("root");
  }

  private Path calls() {
    return machine.resolve("calls");
  }

  /** Options with a Go that writes down its calls, answers downloads, and builds by this script. */
  private AssetOptions withGo(String build) throws Exception {
    Path bin = Files.createDirectories(machine.resolve("bin"));
    Files.writeString(
        machine.resolve("kubernetes.mod"),
        """
        module k8s.io/kubernetes

        go 1.26.0

        require k8s.io/api v0.0.0

        replace (
        	k8s.io/apimachinery => ./staging/src/k8s.io/apimachinery
        	k8s.io/api => ./staging/src/k8s.io/api
        	example.com/other => example.com/fork v1.0.0
        )
        """);
    Files.writeString(
        bin.resolve("go"),
        """
        #!/bin/sh
        echo "$*" >> %1$s/calls
        case "$1 $2" in
          "mod download") printf '{"GoMod": "%1$s/kubernetes.mod"}' ;;
          "list -m") echo "k8s.io/kubernetes v1.33.1 v1.33.4 v1.34.0-rc.1 v1.34.0" ;;
          build*)
            while [ "$1" != -o ]; do shift; done
            out=$2
            %2$s ;;
        esac
        """
            .formatted(machine, build));
    assertThat(bin.resolve("go").toFile().setExecutable(true)).isTrue();
    return recorder
        .options(root(), Map.of("PATH", bin + ":/usr/bin:/bin", "HOME", machine.toString()))
        .withIndex(URI.create("http://127.0.0.1:1/index.yaml"));
  }

  private static final String BUILDS =
      "cp go.mod $out.mod 2>/dev/null; echo built > $out; chmod +x $out";

  @Test
  void buildsWhenTheDownloadFails() throws Exception {
    Path folder = Assets.setUp(withGo(BUILDS));

    assertThat(folder).isEqualTo(root().resolve("k8s").resolve(VERSION));
    assertThat(Binaries.completeIn(folder)).isTrue();
    assertThat(recorder.lines().get(0))
        .contains("download of http://127.0.0.1:1/index.yaml failed");
    assertThat(recorder.lines().get(1)).startsWith("building Kubernetes 1.37.2 with Go");
    assertThat(Files.readAllLines(calls()))
        .filteredOn(call -> call.startsWith("mod download"))
        .containsExactly("mod download -json k8s.io/kubernetes@v1.37.2");
    assertThat(Files.readString(folder.resolve("kube-apiserver.mod")))
        .contains("k8s.io/api => k8s.io/api v0.37.2", "go 1.26.0")
        .doesNotContain("example.com/other");
  }

  @Test
  void asksGoForTheNewestVersionOfAMinor() throws Exception {
    Path folder = Assets.setUp(withGo(BUILDS).withVersion("1.33"));

    assertThat(folder).endsWith(Path.of("1.33.4-" + Platform.current()));
  }

  @Test
  void leavesNothingThatLooksCompleteWhenTheBuildFails() throws Exception {
    AssetOptions options =
        withGo("case $out in */etcd) touch $out;; *) echo 'no space' >&2; exit 1;; esac");

    assertThatThrownBy(() -> Assets.setUp(options))
        .isInstanceOf(AssetsException.class)
        .hasMessageContaining("go build failed (exit code 1): no space");

    assertThat(root().resolve("k8s")).doesNotExist();
    assertThat(root().resolve(".jop-setup")).isDirectoryNotContaining(Files::isDirectory);
    assertThat(Assets.setUp(withGo(BUILDS))).isDirectory();
  }

  @Test
  void clearsAwayWhatDeadSetUpsLeft() throws Exception {
    Path remains = Files.createDirectories(root().resolve(".jop-setup/" + VERSION + "-123/result"));
    Path incomplete = Files.createDirectories(root().resolve("k8s").resolve(VERSION));
    Files.writeString(incomplete.resolve("etcd"), "half");

    Path folder = Assets.setUp(withGo(BUILDS));

    assertThat(remains).doesNotExist();
    assertThat(folder.resolve("etcd")).hasContent("built");
  }

  @Test
  void buildsOnceForTwoThatAskAtOnce() throws Exception {
    AssetOptions options = withGo("sleep 0.2; " + BUILDS);

    List<CompletableFuture<Path>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> Assets.setUp(options)))
            .limit(2)
            .toList();

    for (CompletableFuture<Path> one : both) {
      assertThat(one.get(30, TimeUnit.SECONDS)).isDirectory();
    }
    assertThat(Files.readAllLines(calls()))
        .filteredOn(call -> call.startsWith("mod init"))
        .hasSize(1);
  }

  @Test
  void endsTheBuildWhenItsThreadIsInterrupted() throws Exception {
    AssetOptions options = withGo("echo $$ > %s/pid; sleep 60".formatted(machine));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread setUp = new Thread(() -> Assets.setUp(options));
    setUp.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
    setUp.start();
    Path pid = machine.resolve("pid");
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (Files.notExists(pid) || Files.size(pid) == 0) {
      assertThat(System.nanoTime() - deadline).as("waited for the build to begin").isNegative();
      TimeUnit.MILLISECONDS.sleep(10);
    }

    setUp.interrupt();
    setUp.join(20_000);

    assertThat(thrown.get())
        .isInstanceOf(AssetsException.class)
        .hasMessageContaining("interrupted");
    assertThat(
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .filter(ProcessHandle::isAlive))
        .isEmpty();
    assertThat(root().resolve(".jop-setup")).isDirectoryNotContaining(Files::isDirectory);
  }
}
