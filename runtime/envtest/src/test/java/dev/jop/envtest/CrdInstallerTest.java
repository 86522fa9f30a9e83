package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrdInstallerTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "#", "a.b?dryRun=All", "../x", "%6b.b", "a.b\n", "a.b/status"})
  void sendsNothingForANameThatLeadsElsewhere(String name) {
    List<CrdManifest> manifests =
        CrdManifest.of(
            new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build());
    String nowhere = "http://127.0.0.1:1"; // what is sent fails with other words

    try (CrdInstaller installer =
        new CrdInstaller(
            new ConfigBuilder().withMasterUrl(nowhere).withRequestRetryBackoffLimit(0).build(),
            Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> installer.uninstall(manifests))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageContaining("has to be <plural>.<group>");
      assertThatThrownBy(() -> installer.install(manifests))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageContaining("has to be <plural>.<group>");
    }
  }
}
