package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnvironmentIT {
  @Test
  void servesAnAdministratorAndLeavesNothing() {
    Path kubeconfig;
    try (Environment environment = Environment.start();
        KubernetesClient client =
            new KubernetesClientBuilder().withConfig(environment.config()).build()) {
      kubeconfig = environment.kubeconfigFile();
      assertThat(kubeconfig).hasContent(environment.kubeconfig());
      assertThat(client.namespaces().withName("default").get()).isNotNull();
    }
    assertThat(Files.exists(kubeconfig.getParent())).isFalse();
  }
}
