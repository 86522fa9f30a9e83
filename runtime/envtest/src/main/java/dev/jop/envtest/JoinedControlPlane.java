package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A control plane that another environment started and will stop.
 *
 * @param folder its work folder
 */
record JoinedControlPlane(Access access, Path folder) implements ControlPlane {

  /** Whether it answers, and with its authority's certificate. */
  boolean ready() {
    CertificateAuthority authority = access.authority();
    Probe probe =
        new Probe(
            access.address().resolve("/readyz"),
            Tls.sockets(authority.identity().certificate(), Access.administrator(authority)));
    return probe.succeeds();
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
    throw new EnvironmentException(
        "kube-apiserver belongs to the process that started it; this one joined");
  }

  @Override
  public Server etcd() {
    throw new EnvironmentException("etcd belongs to the process that started it; this one joined");
  }

  @Override
  public Optional<Path> auditLog() {
    return Optional.of(new AuditFiles(folder).log()).filter(Files::exists);
  }

  @Override
  public boolean owned() {
    return false;
  }

  @Override
  public void close() {
    // Its owner stops it.
  }
}
