package dev.jop.envtest.assets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a control plane.
 *
 * @param etcd the store
 * @param kubeApiServer the API server
 * @param kubectl the command line client, or null when this set has none
 */
public record Binaries(Path etcd, Path kubeApiServer, @Nullable Path kubectl) {
  static final String ETCD = "etcd";
  static final String KUBE_API_SERVER = "kube-apiserver";
  static final String KUBECTL = "kubectl";

  /** What a folder must have to count as a set of binaries. */
  static final List<String> REQUIRED = List.of(ETCD, KUBE_API_SERVER);

  static boolean completeIn(Path folder) {
    return REQUIRED.stream().allMatch(name -> executable(folder.resolve(name)));
  }

  static Binaries in(Path folder) {
    Path kubectl = folder.resolve(KUBECTL);
    return new Binaries(
        folder.resolve(ETCD),
        folder.resolve(KUBE_API_SERVER),
        executable(kubectl) ? kubectl : null);
  }

  static boolean executable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
