package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentOptionsTest {
  private static final String START = "KUBEBUILDER_CONTROLPLANE_START_TIMEOUT";

  @Test
  void haveTheStatedDefaults() {
    EnvironmentOptions options = EnvironmentOptions.defaults(Map.of());

    assertThat(options.startTimeout()).hasSeconds(60);
    assertThat(options.stopTimeout()).hasSeconds(20);
    assertThat(options.existingCluster()).isFalse();
    assertThat(options.attachOutput()).isFalse();
    assertThat(options.sharedFolder()).isNull();
    assertThat(options.crdOptions().errorIfPathMissing()).isTrue();
  }

  @Test
  void followTheVariables() {
    EnvironmentOptions options =
        EnvironmentOptions.defaults(
            Map.of(
                START,
                "2m",
                "KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT",
                "500ms",
                "USE_EXISTING_CLUSTER",
                "TRUE",
                "KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT",
                "true"));

    assertThat(options.startTimeout()).hasMinutes(2);
    assertThat(options.stopTimeout()).hasMillis(500);
    assertThat(options.existingCluster()).isTrue();
    assertThat(options.attachOutput()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"90s,90000", "1m30s,90000", "1h,3600000", "1h2m3s4ms,3723004", "250ms,250"})
  void readDurationsAsGoWritesThem(String text, long millis) {
    assertThat(EnvironmentOptions.defaults(Map.of(START, text)).startTimeout()).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "s", "-1s", "1.5s", "soon"})
  void refuseOtherDurations(String text) {
    assertThatThrownBy(() -> EnvironmentOptions.defaults(Map.of(START, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(START + " is '" + text + "'; write it like 60s, 1m30s or 500ms");
  }

  @Test
  void refuseATimeoutThatLeavesNoTime() {
    EnvironmentOptions options = EnvironmentOptions.defaults(Map.of());

    assertThatThrownBy(() -> options.withTimeouts(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void changeOneThingAtATime() {
    EnvironmentOptions options = EnvironmentOptions.defaults(Map.of());
    Path path = Path.of("x");

    EnvironmentOptions changed =
        options
            .withBinariesFolder(path)
            .withKubernetesVersion("1.36")
            .withApiServerFlags(Flags.none().set("v", "4"))
            .withEtcdFlags(Flags.none().set("debug", "true"))
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2))
            .withExistingCluster(true)
            .withAttachOutput(true)
            .withSharedFolder(path)
            .withCrds(path)
            .withCrdOptions(CrdOptions.defaults().withTimeout(Duration.ofSeconds(3)));

    assertThat(changed.assets().folder()).isEqualTo(path);
    assertThat(changed.assets().version()).isEqualTo("1.36");
    assertThat(changed.apiServerFlags().render(Map.of())).containsExactly("--v=4");
    assertThat(changed.etcdFlags().render(Map.of())).containsExactly("--debug=true");
    assertThat(changed.startTimeout()).hasSeconds(1);
    assertThat(changed.stopTimeout()).hasSeconds(2);
    assertThat(changed.existingCluster()).isTrue();
    assertThat(changed.attachOutput()).isTrue();
    assertThat(changed.sharedFolder()).isEqualTo(path);
    assertThat(changed.crdPaths()).isEqualTo(List.of(path));
    assertThat(changed.crdOptions().timeout()).hasSeconds(3);
    assertThat(options)
        .isEqualTo(EnvironmentOptions.defaults(Map.of()).withAssets(options.assets()));
  }
}
