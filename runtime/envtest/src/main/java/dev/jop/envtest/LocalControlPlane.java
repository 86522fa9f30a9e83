package dev.jop.envtest;

import dev.jop.envtest.files.FileTree;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An etcd and a kube-apiserver of this process, with their work folder.
 *
 * <p>They are killed on {@link #close}: their data goes at the same time, so there is nothing to
 * end gracefully for, and a polite kube-apiserver takes a second to go. A shutdown hook does the
 * same when the JVM ends, and the {@link Watchdog} when the JVM is killed.
 */
final class LocalControlPlane implements ControlPlane {
  private static final Logger LOG = LoggerFactory.getLogger(LocalControlPlane.class);

  private final Path folder;
  private final Access access;
  private final Watchdog watchdog;
  private final ServerPair servers;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread hook = new Thread(this::end, "jop-envtest-stop");
  private volatile Runnable afterwards = () -> {};

  LocalControlPlane(Path folder, Access access, Watchdog watchdog, ServerPair servers) {
    this.folder = folder;
    this.access = access;
    this.watchdog = watchdog;
    this.servers = servers;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Calls this after all has stopped. */
  void onClose(Runnable action) {
    afterwards = action;
  }

  @Override
  public String kubeconfig() {
    return access.kubeconfig();
  }

  @Override
  public Path kubeconfigFile() {
    return access.kubeconfigFile();
  }

  @Override
  public Config config() {
    return access.config();
  }

  @Override
  public ApiUser addUser(String name, List<String> groups) {
    return access.addUser(name, groups);
  }

  @Override
  public Server apiServer() {
    return servers.apiServer();
  }

  @Override
  public Server etcd() {
    return servers.etcd();
  }

  @Override
  public Optional<Path> auditLog() {
    return Optional.of(new AuditFiles(folder).log()).filter(Files::exists);
  }

  @Override
  public boolean owned() {
    return true;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.trace("the JVM is ending, its hook has run", e);
    }
  }

  private void end() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    servers.close();
    watchdog.close();
    try {
      Files.deleteIfExists(kubeconfigFile());
      FileTree.delete(folder);
    } catch (IOException e) {
      LOG.warn("can't delete {}: {}", folder, e.toString());
    } finally {
      afterwards.run();
    }
  }
}
