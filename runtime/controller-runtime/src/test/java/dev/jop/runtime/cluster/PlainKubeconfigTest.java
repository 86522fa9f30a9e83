package dev.jop.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainKubeconfigTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{token: abc}",
        "{username: me, password: secret}",
        "{client-certificate: me.crt, client-key: keys/me.key}",
        "{client-certificate-data: Y2VydA==, client-key-data: a2V5}",
        "{}"
      })
  void readsWhatFabric8Reads(String user) throws IOException {
    Path file = kubeconfig("{server: 'https://one:6443', certificate-authority: ca.crt}", user);

    Config plain = PlainKubeconfig.read(file).orElseThrow();

    assertThat(plain)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "masterUrl",
            "trustCerts",
            "disableHostnameVerification",
            "caCertFile",
            "caCertData",
            "clientCertFile",
            "clientCertData",
            "clientKeyFile",
            "clientKeyData",
            "clientKeyAlgo",
            "username",
            "password",
            "oauthToken",
            "autoOAuthToken",
            "namespace",
            "requestTimeout",
            "connectionTimeout",
            "httpsProxy")
        .isEqualTo(Config.fromKubeconfig(file.toFile()));
    assertThat(plain.getCurrentContext().getName()).isEqualTo("current");
  }

  @Test
  void readsTheContextThatIsCurrent() throws IOException {
    Path file = kubeconfig("{server: 'https://one:6443', insecure-skip-tls-verify: true}", "{}");

    Config config = PlainKubeconfig.read(file).orElseThrow();

    assertThat(config.getMasterUrl()).isEqualTo("https://one:6443/");
    assertThat(config.isTrustCerts()).isTrue();
    assertThat(config.getNamespace()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{exec: {command: login}}",
        "{auth-provider: {name: oidc}}",
        "{tokenFile: token}",
        "{as: somebody}"
      })
  void leavesSpecialUsersToFabric8(String user) throws IOException {
    assertThat(PlainKubeconfig.read(kubeconfig("{server: 'https://one'}", user))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{server: 'https://one', proxy-url: 'http://proxy'}",
        "{server: 'https://one', tls-server-name: two}",
        "{}"
      })
  void leavesSpecialClustersToFabric8(String cluster) throws IOException {
    assertThat(PlainKubeconfig.read(kubeconfig(cluster, "{token: abc}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{current-context: none}", "{a: b", "text"})
  void leavesWhatIsNoKubeconfigToFabric8(String content) throws IOException {
    Path file = folder.resolve("broken");
    Files.writeString(file, content);

    assertThat(PlainKubeconfig.read(file)).isEmpty();
  }

  private Path kubeconfig(String cluster, String user) throws IOException {
    Path file = folder.resolve("kubeconfig");
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: current
        contexts:
        - {name: other, context: {cluster: two, user: you}}
        - {name: current, context: {cluster: one, user: me, namespace: shop}}
        clusters:
        - {name: two, cluster: {server: 'https://two'}}
        - {name: one, cluster: %s}
        users:
        - {name: you, user: {token: other}}
        - {name: me, user: %s}
        """
            .formatted(cluster, user));
  }
}
