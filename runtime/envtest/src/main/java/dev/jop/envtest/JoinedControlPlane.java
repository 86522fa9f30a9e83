package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A control plane that another environment started and will stop. */
record JoinedControlPlane(String kubeconfig, Path kubeconfigFile, CertificateAuthority authority)
    implements ControlPlane {

  @Override
  public Config config() {
    return Configs.fromKubeconfig(kubeconfig);
  }

  private URI address() {
    return URI.create(config().getMasterUrl());
  }

  /** Whether it answers, and with this authority's certificate. */
  boolean ready() {
    Identity admin =
        authority.user(ControlPlaneStarter.ADMIN, List.of(ControlPlaneStarter.ADMIN_GROUP));
    Probe probe =
        new Probe(
            address().resolve("/readyz"), Tls.sockets(authority.identity().certificate(), admin));
    return probe.succeeds();
  }

  @Override
  public ApiUser addUser(String name, List<String> groups) {
    return ApiUser.create(address(), authority, name, groups);
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
  public boolean owned() {
    return false;
  }

  @Override
  public void close() {
    // Its owner stops it.
  }
}
