package dev.jop.envtest.assets;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for binaries, and how to get them.
 *
 * @param version {@code 1.37.2}, {@code 1.37}, {@code latest}, or null for {@link
 *     KubernetesVersion#DEFAULT} or else the newest that is there
 * @param folder a folder with the binaries, which comes before {@code KUBEBUILDER_ASSETS}; null to
 *     look as usual
 * @param root the folder that setup-envtest shares between projects; sets are in {@code
 *     k8s/<version>-<os>-<arch>}
 * @param index the release index of controller-tools
 * @param installedOnly whether to take what is there and get nothing
 * @param connectTimeout how long a host may take to answer a download
 * @param stallTimeout how long a download may stand still
 * @param environment the environment's variables
 * @param progress gets one line for each step that takes time
 */
public record AssetOptions(
    @Nullable String version,
    @Nullable Path folder,
    Path root,
    URI index,
    boolean installedOnly,
    Duration connectTimeout,
    Duration stallTimeout,
    Map<String, String> environment,
    Consumer<String> progress) {

  /** Names the release index instead of the official one. */
  public static final String INDEX_VARIABLE = "JOP_ENVTEST_INDEX";

  private static final String OFFICIAL_INDEX =
      "https://raw.githubusercontent.com/kubernetes-sigs/controller-tools/HEAD/envtest-releases.yaml";

  /** Copies the map. */
  public AssetOptions {
    environment = Map.copyOf(environment);
  }

  /**
   * The default version from the usual places, with 3 s to connect, 30 s of standstill, and
   * progress on standard error.
   */
  public static AssetOptions defaults() {
    return defaults(System.getenv());
  }

  static AssetOptions defaults(Map<String, String> environment) {
    return new AssetOptions(
        null,
        null,
        AssetStore.defaultRoot(environment, Platform.current()),
        URI.create(environment.getOrDefault(INDEX_VARIABLE, OFFICIAL_INDEX)),
        false,
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        environment,
        System.err::println);
  }

  /** Asks for a version: {@code 1.37.2}, {@code 1.37} or {@code latest}. */
  public AssetOptions withVersion(String value) {
    return new AssetOptions(
        value,
        folder,
        root,
        index,
        installedOnly,
        connectTimeout,
        stallTimeout,
        environment,
        progress);
  }

  /** Takes the binaries from this folder. */
  public AssetOptions withFolder(Path value) {
    return new AssetOptions(
        version,
        value,
        root,
        index,
        installedOnly,
        connectTimeout,
        stallTimeout,
        environment,
        progress);
  }

  /** Keeps sets of binaries below this folder instead of the one of the user. */
  public AssetOptions withRoot(Path value) {
    return new AssetOptions(
        version,
        folder,
        value,
        index,
        installedOnly,
        connectTimeout,
        stallTimeout,
        environment,
        progress);
  }

  /** Downloads by this index. */
  public AssetOptions withIndex(URI value) {
    return new AssetOptions(
        version,
        folder,
        root,
        value,
        installedOnly,
        connectTimeout,
        stallTimeout,
        environment,
        progress);
  }

  /** Whether to take what is there and get nothing. */
  public AssetOptions withInstalledOnly(boolean value) {
    return new AssetOptions(
        version, folder, root, index, value, connectTimeout, stallTimeout, environment, progress);
  }

  /** Gives a download these limits. */
  public AssetOptions withDownloadTimeouts(Duration connect, Duration stall) {
    return new AssetOptions(
        version, folder, root, index, installedOnly, connect, stall, environment, progress);
  }

  /** Reads these variables instead of the process's own; programs that are started get them too. */
  public AssetOptions withEnvironment(Map<String, String> value) {
    return new AssetOptions(
        version, folder, root, index, installedOnly, connectTimeout, stallTimeout, value, progress);
  }

  /** Tells this consumer what is going on. */
  public AssetOptions withProgress(Consumer<String> value) {
    return new AssetOptions(
        version,
        folder,
        root,
        index,
        installedOnly,
        connectTimeout,
        stallTimeout,
        environment,
        value);
  }
}
