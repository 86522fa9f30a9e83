package dev.jop.envtest;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an environment stands on: servers of its own, those of another process, or a cluster. */
sealed interface ControlPlane extends AutoCloseable
    permits LocalControlPlane, JoinedControlPlane, ExistingCluster {
  String kubeconfig();

  Path kubeconfigFile();

  Config config();

  ApiUser addUser(String name, List<String> groups);

  Server apiServer();

  Server etcd();

  /** Where the API server logs requests, if it does. */
  Optional<Path> auditLog();

  boolean owned();

  @Override
  void close();
}
