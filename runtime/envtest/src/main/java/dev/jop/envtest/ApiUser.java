package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.util.List;

/**
 * A user of a control plane, known to it by a client certificate.
 *
 * <p>A new user may do nothing but what every authenticated user may, until a role binding names it
 * or one of its groups.
 *
 * @param name the user's name, as role bindings name it
 * @param kubeconfig a kubeconfig with which this user reaches the server
 */
public record ApiUser(String name, String kubeconfig) {
  static ApiUser create(
      URI server, CertificateAuthority authority, String name, List<String> groups) {
    Identity identity = authority.user(name, groups);
    return new ApiUser(name, Kubeconfig.yaml(server, authority.certificatePem(), name, identity));
  }

  /** A client configuration for this user. */
  public Config config() {
    return Configs.fromKubeconfig(kubeconfig);
  }
}
