package dev.jop.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ConfigException;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

  private final Map<String, String> environment = new HashMap<>();
  @TempDir private Path folder;
  private ConfigLoader loader = new ConfigLoader(environment, Path.of("/"), Path.of("/"));

  @BeforeEach
  void makeLoader() {
    loader = new ConfigLoader(environment, folder, folder.resolve("account"));
  }

  @Test
  void takesTheFlagBeforeAllElse() throws Exception {
    everything();
    assertThat(server(kubeconfig("flag").toString())).isEqualTo("https://flag.example:6443/");
  }

  @Test
  void takesTheVariableBeforeThePodAndTheHome() throws Exception {
    everything();
    assertThat(server("")).isEqualTo("https://variable.example:6443/");
  }

  @Test
  void takesThePodBeforeTheHome() throws Exception {
    everything();
    environment.remove("KUBECONFIG");
    Config config = loader.find("");

    assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:6443/");
    assertThat(config.getCaCertFile()).isEqualTo(folder + "/account/ca.crt");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("secret");
  }

  @Test
  void takesTheHomeAtLast() throws Exception {
    home();
    assertThat(server("")).isEqualTo("https://home.example:6443/");
  }

  @Test
  void saysWhereItLookedWhenThereIsNothing() {
    assertThatThrownBy(() -> loader.find(""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--kubeconfig")
        .hasMessageContaining("KUBECONFIG")
        .hasMessageContaining(folder + "/.kube/config");
  }

  @Test
  void triesNoOtherWhenTheOneThatCountsIsOfNoUse() throws Exception {
    everything();
    assertThatThrownBy(() -> loader.find(folder + "/missing"))
        .hasMessage("there is no kubeconfig " + folder + "/missing (from --kubeconfig)");
    environment.put("KUBECONFIG", folder + "/missing");
    assertThatThrownBy(() -> loader.find(""))
        .hasMessage("KUBECONFIG names no file that is there: " + folder + "/missing");
  }

  @Test
  void refusesAKubeconfigThatLeadsToNoServer() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "]this is[ no: kubeconfig");
    assertThatThrownBy(() -> loader.find(text.toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(text + " (from --kubeconfig) cannot be read");
    Path empty = Files.writeString(folder.resolve("empty"), "apiVersion: v1\nkind: Config\n");
    assertThatThrownBy(() -> loader.find(empty.toString()))
        .hasMessageContaining("has no current context");
    String whole = Files.readString(kubeconfig("a"));
    Path other =
        Files.writeString(
            folder.resolve("other"), whole.replace("cluster: there", "cluster: nowhere"));
    assertThatThrownBy(() -> loader.find(other.toString())).hasMessageContaining("no cluster");
  }

  private String server(String flag) {
    return loader.find(flag).getMasterUrl();
  }

  private void everything() throws IOException {
    environment.put("KUBECONFIG", "/none:" + kubeconfig("variable"));
    environment.put("KUBERNETES_SERVICE_HOST", "fd00::1");
    environment.put("KUBERNETES_SERVICE_PORT", "6443");
    Path account = Files.createDirectories(folder.resolve("account"));
    Files.writeString(account.resolve("token"), "secret\n");
    home();
  }

  private void home() throws IOException {
    Path kube = Files.createDirectories(folder.resolve(".kube"));
    Files.move(kubeconfig("home"), kube.resolve("config"));
  }

  private Path kubeconfig(String name) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        apiVersion: v1
        kind: Config
        current-context: it
        contexts:
        - name: it
          context: {cluster: there, user: me}
        clusters:
        - name: there
          cluster: {server: 'https://%s.example:6443'}
        users:
        - name: me
          user: {token: t}
        """
            .formatted(name));
  }
}
