package dev.jop.envtest.assets;

import dev.jop.envtest.files.FileTree;
import dev.jop.envtest.files.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder with sets of binaries that setup-envtest shares between projects.
 *
 * <p>A set is made in a folder of its own below {@code .jop-setup} and appears by one rename, so
 * whatever is in {@code k8s} is whole. One set-up of a version runs at a time; who holds its lock
 * knows that other work folders of that version are remains of the dead, and removes them.
 */
final class AssetStore {
  private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(30);

  private final Path root;
  private final Platform platform;

  AssetStore(Path root, Platform platform) {
    this.root = root;
    this.platform = platform;
  }

  /** What fills a folder with the binaries of one version. */
  @FunctionalInterface
  interface Filler {
    void fill(Path work, Path result) throws IOException, InterruptedException;
  }

  /** The folder that setup-envtest uses for this user. */
  static Path defaultRoot(Map<String, String> environment, Platform platform) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    if (platform.os().equals("darwin")) {
      return Path.of(home, "Library", "Application Support", "io.kubebuilder.envtest");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path parent = data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data);
    return parent.resolve("kubebuilder-envtest");
  }

  Path folder(KubernetesVersion version) {
    return root.resolve("k8s").resolve(version + "-" + platform);
  }

  boolean has(KubernetesVersion version) {
    return Binaries.completeIn(folder(version));
  }

  List<KubernetesVersion> installed() {
    Path sets = root.resolve("k8s");
    if (!Files.isDirectory(sets)) {
      return List.of();
    }
    List<KubernetesVersion> versions = new ArrayList<>();
    String suffix = "-" + platform;
    try (Stream<Path> folders = Files.list(sets)) {
      folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .forEach(
              name -> KubernetesVersion.parse(name).filter(this::has).ifPresent(versions::add));
    } catch (IOException e) {
      throw new AssetsException("can't list " + sets + ": " + e.getMessage(), e);
    }
    return versions;
  }

  /**
   * Makes sure that a version is there, by the filler if it must be.
   *
   * @return the folder of the version
   */
  @SuppressWarnings("try") // The lock is held, not used.
  Path provide(KubernetesVersion version, Filler filler, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path target = folder(version);
    if (has(version)) {
      return target;
    }
    Path setups = root.resolve(".jop-setup");
    String name = version + "-" + platform;
    Runnable onWait = () -> progress.accept("waiting for another set-up of Kubernetes " + version);
    try (ProcessLock lock =
        ProcessLock.acquire(setups.resolve(name + ".lock"), LOCK_TIMEOUT, onWait)) {
      if (has(version)) {
        return target;
      }
      removeRemains(setups, name + "-");
      Path work = Files.createTempDirectory(setups, name + "-");
      try {
        Path result = Files.createDirectory(work.resolve("result"));
        filler.fill(Files.createDirectory(work.resolve("work")), result);
        if (!Binaries.completeIn(result)) {
          throw new IOException("the set-up gave no " + String.join(" and ", Binaries.REQUIRED));
        }
        publish(result, target, work);
      } finally {
        FileTree.delete(work);
      }
      return target;
    } catch (TimeoutException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void publish(Path result, Path target, Path work) throws IOException {
    Files.createDirectories(target.getParent());
    if (Files.exists(target)) {
      Files.move(target, work.resolve("incomplete"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(result, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeRemains(Path setups, String prefix) throws IOException {
    List<Path> remains;
    try (Stream<Path> entries = Files.list(setups)) {
      remains = entries.filter(entry -> entry.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path remain : remains) {
      FileTree.delete(remain);
    }
  }
}
