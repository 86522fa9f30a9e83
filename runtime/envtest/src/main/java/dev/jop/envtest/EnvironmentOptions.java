package dev.jop.envtest;

import dev.jop.envtest.assets.AssetOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start a control plane.
 *
 * @param assets where the binaries come from; default: the usual places
 * @param apiServerFlags changes to kube-apiserver's flags; default: none
 * @param etcdFlags changes to etcd's flags; default: none
 * @param startTimeout how long the start may take in all; default: {@code
 *     KUBEBUILDER_CONTROLPLANE_START_TIMEOUT} or 60 s
 * @param stopTimeout how long each server may take to end before it is killed; default: {@code
 *     KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT} or 20 s
 * @param existingCluster whether to use the cluster of the current kubeconfig and start nothing;
 *     default: {@code USE_EXISTING_CLUSTER}
 * @param attachOutput whether the servers write to this process's standard error besides their
 *     logs; default: {@code KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT}
 * @param sharedFolder a folder by which processes share one control plane: the first starts it and
 *     owns it, the others join it; default: null, a control plane of one's own
 * @param crdPaths files and folders with definitions to install at the start; default: none
 * @param crdOptions how definitions are installed
 * @param audit whether the API server logs who asks it for what; default: false
 */
public record EnvironmentOptions(
    AssetOptions assets,
    Flags apiServerFlags,
    Flags etcdFlags,
    Duration startTimeout,
    Duration stopTimeout,
    boolean existingCluster,
    boolean attachOutput,
    @Nullable Path sharedFolder,
    List<Path> crdPaths,
    CrdOptions crdOptions,
    boolean audit) {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  /** Copies the list. */
  public EnvironmentOptions {
    crdPaths = List.copyOf(crdPaths);
    if (startTimeout.isNegative() || startTimeout.isZero() || stopTimeout.isNegative()) {
      throw new IllegalArgumentException("a time-out must be positive");
    }
  }

  /**
   * The defaults, with what the environment's variables say.
   *
   * @throws IllegalArgumentException when a variable has a value that it can't have
   */
  public static EnvironmentOptions defaults() {
    return defaults(System.getenv());
  }

  static EnvironmentOptions defaults(Map<String, String> variables) {
    Variables read = new Variables(variables);
    return new EnvironmentOptions(
        AssetOptions.defaults().withEnvironment(variables),
        Flags.none(),
        Flags.none(),
        read.duration("KUBEBUILDER_CONTROLPLANE_START_TIMEOUT", START_TIMEOUT),
        read.duration("KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT", STOP_TIMEOUT),
        read.flag("USE_EXISTING_CLUSTER"),
        read.flag("KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT"),
        null,
        List.of(),
        CrdOptions.defaults(),
        false);
  }

  /** Takes the binaries as these options say. */
  public EnvironmentOptions withAssets(AssetOptions value) {
    return new EnvironmentOptions(
        value,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        sharedFolder,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Takes the binaries from this folder. */
  public EnvironmentOptions withBinariesFolder(Path value) {
    return withAssets(assets.withFolder(value));
  }

  /** Asks for a version of Kubernetes: {@code 1.37.2}, {@code 1.37} or {@code latest}. */
  public EnvironmentOptions withKubernetesVersion(String value) {
    return withAssets(assets.withVersion(value));
  }

  /** Changes kube-apiserver's flags. */
  public EnvironmentOptions withApiServerFlags(Flags value) {
    return new EnvironmentOptions(
        assets,
        value,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        sharedFolder,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Changes etcd's flags. */
  public EnvironmentOptions withEtcdFlags(Flags value) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        value,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        sharedFolder,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Limits the start and the stop. */
  public EnvironmentOptions withTimeouts(Duration start, Duration stop) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        start,
        stop,
        existingCluster,
        attachOutput,
        sharedFolder,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Whether to use the cluster of the current kubeconfig and start nothing. */
  public EnvironmentOptions withExistingCluster(boolean value) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        value,
        attachOutput,
        sharedFolder,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Whether the servers write to this process's output. */
  public EnvironmentOptions withAttachOutput(boolean value) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        value,
        sharedFolder,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Shares one control plane with other processes that name this folder. */
  public EnvironmentOptions withSharedFolder(Path value) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        value,
        crdPaths,
        crdOptions,
        audit);
  }

  /** Installs the definitions of these files and folders at the start. */
  public EnvironmentOptions withCrds(Path... filesOrFolders) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        sharedFolder,
        List.of(filesOrFolders),
        crdOptions,
        audit);
  }

  /** Installs definitions in this way. */
  public EnvironmentOptions withCrdOptions(CrdOptions value) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        sharedFolder,
        crdPaths,
        value,
        audit);
  }

  /** Whether the API server logs who asks it for what; {@link Environment#auditLog} reads it. */
  public EnvironmentOptions withAudit(boolean value) {
    return new EnvironmentOptions(
        assets,
        apiServerFlags,
        etcdFlags,
        startTimeout,
        stopTimeout,
        existingCluster,
        attachOutput,
        sharedFolder,
        crdPaths,
        crdOptions,
        value);
  }
}
