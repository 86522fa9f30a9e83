package dev.jop.envtest.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the binaries from their Go modules, where Go is installed.
 *
 * <p>Kubernetes' own module refers to its libraries by relative folders, so it can't be built as a
 * dependency without saying where they are: each goes to the library's release of the same number.
 * Go's checksum database vouches for all of them.
 */
final class GoBuild implements AssetSource {
  /** The etcd that is built; every release of Kubernetes from 1.30 on works with it. */
  private static final String ETCD_VERSION = "v3.7.3";

  private static final String ETCD_MAIN =
      """
      package main

      import (
      	"os"

      	"go.etcd.io/etcd/server/v3/etcdmain"
      )

      func main() {
      	etcdmain.Main(os.Args)
      }
      """;

  private final AssetOptions options;

  GoBuild(AssetOptions options) {
    this.options = options;
  }

  @Override
  public Optional<KubernetesVersion> newest(VersionRange range)
      throws IOException, InterruptedException {
    Command go = go();
    if (range.isExact()) {
      return Optional.of(range.newest());
    }
    if (range.contains(KubernetesVersion.DEFAULT)) {
      return Optional.of(KubernetesVersion.DEFAULT);
    }
    String known = go.run("list", "-m", "-versions", "k8s.io/kubernetes");
    List<KubernetesVersion> versions =
        List.of(known.strip().split("\\s+")).stream()
            .flatMap(word -> KubernetesVersion.parse(word).stream())
            .toList();
    return range.newestOf(versions);
  }

  @Override
  public void fill(KubernetesVersion version, Path work, Path result)
      throws IOException, InterruptedException {
    options
        .progress()
        .accept(
            "building Kubernetes " + version + " with Go, which takes some minutes the first time");
    long start = System.nanoTime();
    ScheduledExecutorService reminder = remindEveryMinute(start);
    try {
      buildEtcd(Files.createDirectory(work.resolve("etcd")), result);
      buildKubernetes(version, Files.createDirectory(work.resolve("kubernetes")), result);
    } finally {
      reminder.shutdownNow();
    }
    options.progress().accept("built in " + secondsSince(start) + " s");
  }

  /**
   * Says that the build goes on: kube-apiserver alone can take ten minutes, and Go says nothing.
   */
  private ScheduledExecutorService remindEveryMinute(long start) {
    ScheduledExecutorService reminder =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "go-build-reminder");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        reminder.scheduleAtFixedRate(
            () -> options.progress().accept("still building after " + secondsSince(start) + " s"),
            1,
            1,
            TimeUnit.MINUTES);
    return reminder;
  }

  private static long secondsSince(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  private void buildEtcd(Path folder, Path result) throws IOException, InterruptedException {
    options.progress().accept("building etcd " + ETCD_VERSION);
    Files.writeString(folder.resolve("main.go"), ETCD_MAIN);
    Command go = go().in(folder);
    go.run("mod", "init", "envtest.jop.dev/etcd");
    go.run("get", "go.etcd.io/etcd/server/v3@" + ETCD_VERSION);
    go.run(
        "build",
        "-trimpath",
        "-ldflags",
        "-s -w",
        "-o",
        result.resolve(Binaries.ETCD).toString(),
        ".");
  }

  private void buildKubernetes(KubernetesVersion version, Path folder, Path result)
      throws IOException, InterruptedException {
    Command go = go().in(folder);
    String module = go.run("mod", "download", "-json", "k8s.io/kubernetes@v" + version);
    Path original = Path.of(new JsonMapper().readTree(module).path("GoMod").asString(""));
    Files.writeString(
        folder.resolve("go.mod"), KubernetesModule.goMod(Files.readString(original), version));
    Files.writeString(folder.resolve("tools.go"), KubernetesModule.TOOLS);
    for (String name : List.of(Binaries.KUBE_API_SERVER, Binaries.KUBECTL)) {
      options.progress().accept("building " + name + " " + version);
      go.run(
          "build",
          "-trimpath",
          "-ldflags",
          KubernetesModule.linkerFlags(version),
          "-o",
          result.resolve(name).toString(),
          "k8s.io/kubernetes/cmd/" + name);
    }
  }

  private Command go() throws IOException {
    String path = options.environment().getOrDefault("PATH", "");
    Path program =
        Command.onPath("go", path)
            .orElseThrow(() -> new IOException("Go is not on the PATH to build it"));
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put("GOFLAGS", "-mod=mod");
    environment.put("GOWORK", "off");
    environment.put("CGO_ENABLED", "0");
    environment.remove("GOOS");
    environment.remove("GOARCH");
    return new Command(program, environment, Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Override
  public String toString() {
    return "Go's module proxy";
  }
}
