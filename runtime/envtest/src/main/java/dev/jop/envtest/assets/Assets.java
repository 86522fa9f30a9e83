package dev.jop.envtest.assets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the binaries of a control plane, or gets them. */
public final class Assets {
  private final AssetOptions options;
  private final AssetStore store;
  private final Platform platform = Platform.current();

  private Assets(AssetOptions options) {
    this.options = options;
    this.store = new AssetStore(options.root(), platform);
  }

  /**
   * Finds etcd and kube-apiserver, each by the first of these that is set: {@code TEST_ASSET_ETCD}
   * or {@code TEST_ASSET_KUBE_APISERVER}, the folder of the options, {@code KUBEBUILDER_ASSETS};
   * then by {@link #setUp}.
   *
   * @throws AssetsException when a place that was named lacks a binary, or nothing gives them
   */
  public static Binaries find(AssetOptions options) {
    return new Assets(options).find();
  }

  /**
   * Gives the shared folder of a version, and fills it when it isn't there: by a download from the
   * release index, or else by a build from Go's modules, which takes minutes.
   *
   * @throws AssetsException when it isn't there and can't be got
   */
  public static Path setUp(AssetOptions options) {
    return new Assets(options).setUp();
  }

  private Binaries find() {
    Path etcd = named("TEST_ASSET_ETCD");
    Path kubeApiServer = named("TEST_ASSET_KUBE_APISERVER");
    Path kubectl = named("TEST_ASSET_KUBECTL");
    if (etcd != null && kubeApiServer != null) {
      return new Binaries(etcd, kubeApiServer, kubectl);
    }
    Path folder = namedFolder();
    Binaries rest;
    if (folder == null) {
      rest = Binaries.in(setUp());
    } else {
      rest = Binaries.in(folder);
      require(etcd == null, rest.etcd());
      require(kubeApiServer == null, rest.kubeApiServer());
    }
    return new Binaries(
        etcd == null ? rest.etcd() : etcd,
        kubeApiServer == null ? rest.kubeApiServer() : kubeApiServer,
        kubectl == null ? rest.kubectl() : kubectl);
  }

  private @Nullable Path named(String variable) {
    String value = options.environment().getOrDefault(variable, "");
    if (value.isEmpty()) {
      return null;
    }
    Path file = Path.of(value);
    if (!Binaries.executable(file)) {
      throw new AssetsException(variable + " names " + file + ", which is not an executable file");
    }
    return file;
  }

  private @Nullable Path namedFolder() {
    if (options.folder() != null) {
      return options.folder();
    }
    String value = options.environment().getOrDefault("KUBEBUILDER_ASSETS", "");
    return value.isEmpty() ? null : Path.of(value);
  }

  private void require(boolean needed, Path file) {
    if (needed && !Binaries.executable(file)) {
      String origin =
          options.folder() != null ? "the folder of the binaries" : "KUBEBUILDER_ASSETS";
      throw new AssetsException(
          origin + " is " + file.getParent() + ", which has no executable " + file.getFileName());
    }
  }

  private Path setUp() {
    String asked = options.version();
    VersionRange range =
        VersionRange.parse(asked == null ? KubernetesVersion.DEFAULT.toString() : asked);
    Optional<KubernetesVersion> present = range.newestOf(store.installed());
    if (present.isEmpty() && asked == null) {
      present = VersionRange.parse("latest").newestOf(store.installed());
    }
    if (present.isPresent()) {
      return store.folder(present.get());
    }
    List<String> failures = new ArrayList<>(List.of(options.root() + " has none"));
    if (!options.installedOnly()) {
      List<AssetSource> sources =
          List.of(new ReleaseDownload(options, platform), new GoBuild(options));
      for (AssetSource source : sources) {
        Optional<Path> folder = tryTo(source, range, failures);
        if (folder.isPresent()) {
          return folder.get();
        }
      }
    }
    throw new AssetsException(
        "no etcd and kube-apiserver of Kubernetes %s for %s: %s; set KUBEBUILDER_ASSETS to a folder that has them%s"
            .formatted(
                range,
                platform,
                String.join("; ", failures),
                options.installedOnly()
                    ? ", or allow a download"
                    : ", or install Go 1.26 or later"));
  }

  private Optional<Path> tryTo(AssetSource source, VersionRange range, List<String> failures) {
    try {
      Optional<KubernetesVersion> version = source.newest(range);
      if (version.isEmpty()) {
        throw new IOException(source + " has no Kubernetes " + range);
      }
      return Optional.of(
          store.provide(
              version.get(),
              (work, result) -> source.fill(version.get(), work, result),
              options.progress()));
    } catch (IOException e) {
      failures.add(e.getMessage());
      options.progress().accept(e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssetsException("interrupted while getting Kubernetes " + range, e);
    }
  }
}
