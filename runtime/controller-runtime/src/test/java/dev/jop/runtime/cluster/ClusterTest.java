package dev.jop.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.cache.CacheOptions;
import dev.jop.runtime.config.ConfigException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
      })
  void refusesAnAuthorityThatIsNone(String pem) {
    String data = Base64.getEncoder().encodeToString((pem + "\n").getBytes(StandardCharsets.UTF_8));
    Config config = config().withCaCertData(data).build();

    assertThatThrownBy(() -> Cluster.create(config, CacheOptions.defaults()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "cannot connect to https://one.example.com:6443 as configured: caCertData of the fabric8"
                + " Config holds no certificate");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Config config = config().withCaCertFile("/nowhere/ca.crt").build();

    assertThatThrownBy(() -> Cluster.create(config, CacheOptions.defaults()))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("as configured: there is no file /nowhere/ca.crt");
  }

  private static ConfigBuilder config() {
    return new ConfigBuilder(Config.empty()).withMasterUrl("https://one.example.com:6443");
  }
}
