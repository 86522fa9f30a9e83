package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedControlPlaneIT {
  @TempDir Path folder;

  private EnvironmentOptions options() {
    return EnvironmentOptions.defaults().withSharedFolder(folder);
  }

  @Test
  void isJoinedByTheSecondAndStoppedByTheFirst() {
    Environment owner = Environment.start(options());
    try {
      Environment joined = Environment.start(options());
      assertThat(owner.owned()).isTrue();
      assertThat(joined.owned()).isFalse();
      assertThat(joined.kubeconfig()).isEqualTo(owner.kubeconfig());
      assertThat(joined.kubeconfigFile()).isEqualTo(folder.resolve("kubeconfig"));
      assertThat(owner.kubeconfigFile()).isEqualTo(folder.resolve("kubeconfig"));
      assertThatThrownBy(joined::apiServer).hasMessageContaining("belongs to the process");
      try (KubernetesClient client =
          new KubernetesClientBuilder()
              .withConfig(joined.addUser("guest", "system:masters").config())
              .build()) {
        assertThat(client.namespaces().withName("default").get()).isNotNull();
      }
      joined.close();
      assertThat(owner.apiServer().running()).isTrue();
    } finally {
      owner.close();
    }
    assertThat(folder.resolve("kubeconfig")).doesNotExist();
  }

  @Test
  void isStartedAnewWhenItsOwnerWasKilled() throws Exception {
    String first;
    try (ChildEnvironment.Running child = ChildEnvironment.Running.start(folder.toString())) {
      first = child.address();
      assertThat(child.owned()).isTrue();
      try (Environment joined = Environment.start(options())) {
        assertThat(joined.owned()).isFalse();
        assertThat(joined.config().getMasterUrl()).isEqualTo(first);
      }
      child.process().destroyForcibly().waitFor();
    }
    try (Environment next = Environment.start(options())) {
      assertThat(next.owned()).isTrue();
      assertThat(next.config().getMasterUrl()).isNotEqualTo(first);
    }
  }
}
