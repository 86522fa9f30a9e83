package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * How to reach a control plane of this machine, and let others reach it.
 *
 * @param address where its API server listens
 * @param authority the one whose certificates it trusts
 * @param kubeconfig the administrator's
 * @param kubeconfigFile where that is written
 */
record Access(URI address, CertificateAuthority authority, String kubeconfig, Path kubeconfigFile) {
  private static final String ADMIN = "admin";
  private static final String ADMIN_GROUP = "system:masters";

  /** A new identity that may do everything. */
  static Identity administrator(CertificateAuthority authority) {
    return authority.user(ADMIN, List.of(ADMIN_GROUP));
  }

  static Access of(
      URI address, CertificateAuthority authority, Identity administrator, Path kubeconfigFile) {
    String kubeconfig = Kubeconfig.yaml(address, authority.certificatePem(), ADMIN, administrator);
    return new Access(address, authority, kubeconfig, kubeconfigFile);
  }

  Config config() {
    return Configs.fromKubeconfig(kubeconfig);
  }

  ApiUser addUser(String name, List<String> groups) {
    return ApiUser.create(address, authority, name, groups);
  }
}
