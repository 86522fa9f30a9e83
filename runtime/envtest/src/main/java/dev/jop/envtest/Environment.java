package dev.jop.envtest;

import dev.jop.envtest.assets.Assets;
import dev.jop.envtest.assets.Binaries;
import dev.jop.envtest.audit.AuditLog;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A real API server for a test or for a local run.
 *
 * <p>{@link #start()} takes a few seconds; share one environment among the tests of a class or a
 * suite, with a namespace for each. Several may run at once in one JVM and on one machine. Nothing
 * of it outlives {@link #close}, the end of the JVM, or its death.
 *
 * <p>There are no controllers and no nodes: nothing collects garbage, a deleted namespace stays in
 * {@code Terminating}, and no pod runs. Thread-safe.
 */
public final class Environment implements AutoCloseable {
  private final ControlPlane plane;
  private final EnvironmentOptions options;

  private Environment(ControlPlane plane, EnvironmentOptions options) {
    this.plane = plane;
    this.options = options;
  }

  /** Starts with {@link EnvironmentOptions#defaults}. */
  public static Environment start() {
    return start(EnvironmentOptions.defaults());
  }

  /**
   * Starts etcd and kube-apiserver, or takes what the options name instead, and installs the
   * options' definitions.
   *
   * @throws dev.jop.envtest.assets.AssetsException when there are no binaries and none can be got
   * @throws EnvironmentException when a server ends at its start or isn't ready in time, or when a
   *     definition can't be read or installed; nothing is left of it
   */
  public static Environment start(EnvironmentOptions options) {
    List<CrdManifest> manifests = CrdFiles.read(options.crdPaths(), options.crdOptions());
    Environment environment = new Environment(plane(options), options);
    boolean installed = false;
    try {
      if (!manifests.isEmpty()) {
        environment.install(manifests);
      }
      installed = true;
      return environment;
    } finally {
      if (!installed) {
        environment.close();
      }
    }
  }

  private static ControlPlane plane(EnvironmentOptions options) {
    try {
      if (options.existingCluster()) {
        return new ExistingCluster();
      }
      if (options.sharedFolder() != null) {
        return SharedControlPlane.startOrJoin(options, options.sharedFolder());
      }
      Binaries binaries = Assets.find(options.assets());
      Path folder = Files.createTempDirectory("jop-envtest-");
      return new ControlPlaneStarter(options, binaries, folder, folder.resolve("kubeconfig"))
          .start();
    } catch (IOException e) {
      throw new EnvironmentException("can't start the control plane: " + e.getMessage(), e);
    }
  }

  /** A kubeconfig in YAML for a user who may do everything. */
  public String kubeconfig() {
    return plane.kubeconfig();
  }

  /**
   * A file with {@link #kubeconfig} that only this user may read; it goes with the control plane.
   */
  public Path kubeconfigFile() {
    return plane.kubeconfigFile();
  }

  /**
   * A client configuration for a user who may do everything; without retries, so that a test sees
   * what happens.
   */
  public Config config() {
    return plane.config();
  }

  /**
   * Makes a user, who may do nothing until a role binding says so.
   *
   * @param groups the groups it is in, besides {@code system:authenticated}
   * @throws EnvironmentException on an existing cluster, which has its own ways
   */
  public ApiUser addUser(String name, String... groups) {
    return plane.addUser(name, List.of(groups));
  }

  /**
   * The API server, to be stopped and started again by a test.
   *
   * @throws EnvironmentException unless this environment started it
   */
  public Server apiServer() {
    return plane.apiServer();
  }

  /**
   * The etcd, to be stopped and started again by a test.
   *
   * @throws EnvironmentException unless this environment started it
   */
  public Server etcd() {
    return plane.etcd();
  }

  /**
   * What the API server was asked for, by whom.
   *
   * @throws EnvironmentException unless the control plane was started {@link
   *     EnvironmentOptions#withAudit with audit}
   */
  public AuditLog auditLog() {
    return new AuditLog(
        plane
            .auditLog()
            .orElseThrow(
                () ->
                    new EnvironmentException(
                        "the API server logs no requests; start it withAudit(true)")));
  }

  /** Whether this environment started the control plane and so ends it on {@link #close}. */
  public boolean owned() {
    return plane.owned();
  }

  /**
   * Creates or updates the definitions in YAML and JSON files and folders, and waits until the
   * server serves them.
   *
   * <p>A conversion webhook behind a service is left out, unless it is an existing cluster: there
   * are no services to call. Objects then keep their fields from version to version.
   *
   * @throws EnvironmentException when a path is missing, a definition is refused or isn't served in
   *     time
   */
  public void installCrds(Path... filesOrFolders) {
    List<CrdManifest> manifests = CrdFiles.read(List.of(filesOrFolders), options.crdOptions());
    install(manifests);
  }

  /** Creates or updates definitions, and waits until the server serves them. */
  public void installCrds(CustomResourceDefinition... definitions) {
    List<CrdManifest> manifests = CrdManifest.of(definitions);
    install(manifests);
  }

  /**
   * Deletes the definitions in files and folders with all their objects, and waits until they are
   * gone.
   */
  public void uninstallCrds(Path... filesOrFolders) {
    List<CrdManifest> manifests = CrdFiles.read(List.of(filesOrFolders), options.crdOptions());
    crds(installer -> installer.uninstall(manifests));
  }

  /** Deletes definitions with all their objects, and waits until they are gone. */
  public void uninstallCrds(CustomResourceDefinition... definitions) {
    List<CrdManifest> manifests = CrdManifest.of(definitions);
    crds(installer -> installer.uninstall(manifests));
  }

  private void install(List<CrdManifest> manifests) {
    List<CrdManifest> reachable =
        options.existingCluster()
            ? manifests
            : manifests.stream().map(CrdManifest::withoutConversionByService).toList();
    crds(installer -> installer.install(reachable));
  }

  private void crds(Consumer<CrdInstaller> work) {
    try (CrdInstaller installer = new CrdInstaller(config(), options.crdOptions().timeout())) {
      work.accept(installer);
    }
  }

  /** Stops what this environment started. May be called more than once. */
  @Override
  public void close() {
    plane.close();
  }
}
