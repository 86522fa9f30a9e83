package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;

/** Client configurations for a control plane on this machine. */
final class Configs {
  private Configs() {}

  /** A configuration for tests: no proxy, no retries that hide an error. */
  static Config fromKubeconfig(String kubeconfig) {
    Config config = Config.fromKubeconfig(kubeconfig);
    config.setHttpProxy(null);
    config.setHttpsProxy(null);
    config.setRequestRetryBackoffLimit(0);
    return config;
  }
}
