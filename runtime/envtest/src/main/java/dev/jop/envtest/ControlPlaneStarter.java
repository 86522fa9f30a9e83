package dev.jop.envtest;

import dev.jop.envtest.Server.PortTakenException;
import dev.jop.envtest.assets.Binaries;
import dev.jop.envtest.files.FileTree;
import dev.jop.envtest.files.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * Starts etcd and kube-apiserver in a folder.
 *
 * <p>Both are launched at once: the API server waits for etcd by itself, and its own start takes
 * nearly all of the time. A failed start leaves no process and no folder.
 */
final class ControlPlaneStarter {
  private static final int PORT_TRIES = 5;

  private final EnvironmentOptions options;
  private final Binaries binaries;
  private final Path folder;
  private final Path kubeconfigFile;
  private final long deadline;

  /** Starts in a folder that goes with the control plane, and writes a kubeconfig to a file. */
  ControlPlaneStarter(
      EnvironmentOptions options, Binaries binaries, Path folder, Path kubeconfigFile) {
    this.options = options;
    this.binaries = binaries;
    this.folder = folder;
    this.kubeconfigFile = kubeconfigFile;
    this.deadline = System.nanoTime() + options.startTimeout().toNanos();
  }

  /** Starts both and waits until the API server is ready and has the namespace {@code default}. */
  LocalControlPlane start() throws IOException {
    boolean started = false;
    Watchdog watchdog = Watchdog.start(folder);
    try {
      CertificateAuthority authority = new Certificates(folder).write(Clock.systemUTC());
      if (options.audit()) {
        new AuditFiles(folder).write();
      }
      Identity administrator = Access.administrator(authority);
      ServerPair servers =
          startServers(watchdog, Tls.sockets(authority.identity().certificate(), administrator));
      Access access = Access.of(servers.address(), authority, administrator, kubeconfigFile);
      LocalControlPlane plane = new LocalControlPlane(folder, access, watchdog, servers);
      writeKubeconfig(plane);
      started = true;
      return plane;
    } finally {
      if (!started) {
        watchdog.close();
        FileTree.delete(folder);
      }
    }
  }

  private static void writeKubeconfig(LocalControlPlane plane) throws IOException {
    boolean written = false;
    try {
      PrivateFiles.write(plane.kubeconfigFile(), plane.kubeconfig());
      written = true;
    } finally {
      if (!written) {
        plane.close();
      }
    }
  }

  private ServerPair startServers(Watchdog watchdog, SSLSocketFactory tls) throws IOException {
    for (int left = PORT_TRIES; ; left--) {
      ServerPair servers = pair(watchdog, tls);
      boolean started = false;
      try {
        servers.etcd().launch();
        servers.apiServer().launch();
        awaitReady(servers, tls);
        started = true;
        return servers;
      } catch (PortTakenException e) {
        if (left == 1) {
          throw new EnvironmentException(
              "other processes took the ports of the control plane "
                  + PORT_TRIES
                  + " times in a row",
              e);
        }
      } finally {
        if (!started) {
          servers.close();
          FileTree.delete(folder.resolve("etcd"));
        }
      }
    }
  }

  private ServerPair pair(Watchdog watchdog, SSLSocketFactory tls) {
    List<Integer> ports = Ports.free(3);
    CommandLines lines =
        new CommandLines(binaries, folder, ports.get(0), ports.get(1), ports.get(2));
    Server etcd =
        server(
            "etcd",
            lines.etcd(options.etcdFlags()),
            new Probe(lines.etcdAddress().resolve("/health"), null),
            watchdog);
    Server apiServer =
        server(
            "kube-apiserver",
            lines.apiServer(
                options.apiServerFlags(),
                options.audit() ? new AuditFiles(folder).flags() : Map.of()),
            new Probe(lines.apiServerAddress().resolve("/readyz"), tls),
            watchdog);
    return new ServerPair(etcd, apiServer, lines.apiServerAddress());
  }

  private Server server(String name, List<String> command, Probe ready, Watchdog watchdog) {
    return new Server(
        new Server.Spec(
            name,
            command,
            folder,
            ready,
            options.startTimeout(),
            options.stopTimeout(),
            options.attachOutput()),
        watchdog);
  }

  private void awaitReady(ServerPair servers, SSLSocketFactory tls) throws PortTakenException {
    Server etcd = servers.etcd();
    Server apiServer = servers.apiServer();
    etcd.await(etcd.readiness(), deadline);
    apiServer.await(apiServer.readiness(), deadline, etcd);
    URI namespace = servers.address().resolve("/api/v1/namespaces/default");
    apiServer.await(new Probe(namespace, tls), deadline, etcd);
  }
}
