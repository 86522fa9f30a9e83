package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cluster of the current kubeconfig, which this process neither starts nor stops. */
final class ExistingCluster implements ControlPlane {

  @Override
  public String kubeconfig() {
    Path file = kubeconfigFile();
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new EnvironmentException(
          "can't read the kubeconfig " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Path kubeconfigFile() {
    return Config.getKubeconfigFilenames().stream()
        .map(Path::of)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new EnvironmentException(
                    "an existing cluster was asked for, but there is no kubeconfig; set KUBECONFIG"));
  }

  @Override
  public Config config() {
    return Config.autoConfigure(null);
  }

  @Override
  public ApiUser addUser(String name, List<String> groups) {
    throw new EnvironmentException(
        "can't make the user " + name + " on an existing cluster; impersonate it instead");
  }

  @Override
  public Server apiServer() {
    throw new EnvironmentException("kube-apiserver belongs to an existing cluster");
  }

  @Override
  public Server etcd() {
    throw new EnvironmentException("etcd belongs to an existing cluster");
  }

  @Override
  public Optional<Path> auditLog() {
    return Optional.empty();
  }

  @Override
  public boolean owned() {
    return false;
  }

  @Override
  public void close() {
    // Nothing of it is ours.
  }
}
