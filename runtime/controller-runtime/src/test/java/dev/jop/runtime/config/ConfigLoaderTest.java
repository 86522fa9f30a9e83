package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
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
    assertThat(server(kubeconfig("flag").toString())).isEqualTo("https://flag.example:6443");
  }

  @Test
  void takesTheVariableBeforeThePodAndTheHome() throws Exception {
    everything();
    assertThat(server("")).isEqualTo("https://variable.example:6443");
  }

  @Test
  void takesThePodBeforeTheHome() throws Exception {
    everything();
    environment.remove("KUBECONFIG");

    ClientConfig config = loader.find("", "");

    Path account = folder.resolve("account");
    assertThat(config.server()).isEqualTo(URI.create("https://[fd00::1]:6443"));
    assertThat(config.tls().authority()).isEqualTo(new PemSource.File(account.resolve("ca.crt")));
    assertThat(config.credentials()).isEqualTo(new Credentials.TokenFile(account.resolve("token")));
    assertThat(config.namespace()).isEqualTo("shop");
  }

  @Test
  void takesTheNamespaceOfThePodFromTheVariableFirst() throws Exception {
    everything();
    environment.remove("KUBECONFIG");
    environment.put("POD_NAMESPACE", "other");

    assertThat(loader.find("", "").namespace()).isEqualTo("other");
  }

  @Test
  void isInNoPodWithoutAPort() throws Exception {
    everything();
    environment.remove("KUBECONFIG");
    environment.remove("KUBERNETES_SERVICE_PORT");

    assertThat(server("")).isEqualTo("https://home.example:6443");
  }

  @Test
  void takesTheHomeAtLast() throws Exception {
    home();
    assertThat(server("")).isEqualTo("https://home.example:6443");
  }

  @Test
  void takesTheContextThatIsNamed() throws Exception {
    String file = kubeconfig("flag").toString();

    assertThat(loader.find(file, "second").namespace()).isEqualTo("second");
    assertThatThrownBy(() -> loader.find(file, "third"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("kubeconfig " + file + " (from --kubeconfig) has no context \"third\"");
  }

  @Test
  void saysWhereItLookedWhenThereIsNothing() {
    assertThatThrownBy(() -> loader.find("", ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--kubeconfig")
        .hasMessageContaining("KUBECONFIG")
        .hasMessageContaining(folder + "/.kube/config");
  }

  @Test
  void triesNoOtherWhenTheOneThatCountsIsOfNoUse() throws Exception {
    everything();
    assertThatThrownBy(() -> loader.find(folder + "/missing", ""))
        .hasMessage("there is no kubeconfig " + folder + "/missing (from --kubeconfig)");
    environment.put("KUBECONFIG", folder + "/missing");
    assertThatThrownBy(() -> loader.find("", ""))
        .hasMessage("KUBECONFIG names no file that is there: " + folder + "/missing");
  }

  @Test
  void skipsMissingFilesAndReadsEachOnce() throws Exception {
    Path file = kubeconfig("one");
    environment.put("KUBECONFIG", "/none::" + file + ":" + file);

    assertThat(server("")).isEqualTo("https://one.example:6443");
  }

  private String server(String flag) {
    return loader.find(flag, "").server().toString();
  }

  private void everything() throws IOException {
    environment.put("KUBECONFIG", "/none:" + kubeconfig("variable"));
    environment.put("KUBERNETES_SERVICE_HOST", "fd00::1");
    environment.put("KUBERNETES_SERVICE_PORT", "6443");
    Path account = Files.createDirectories(folder.resolve("account"));
    Files.writeString(account.resolve("token"), "secret\n");
    Files.writeString(account.resolve("ca.crt"), "pem");
    Files.writeString(account.resolve("namespace"), "shop\n");
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
        - name: second
          context: {cluster: there, user: me, namespace: second}
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
