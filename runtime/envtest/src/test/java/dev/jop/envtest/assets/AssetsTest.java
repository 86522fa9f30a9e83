package dev.jop.envtest.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
  @TempDir Path machine;

  private Path binary(String folder, String name) throws IOException {
    Path file = Files.createDirectories(machine.resolve(folder)).resolve(name);
    Files.writeString(file, folder);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Path set(String folder) throws IOException {
    binary(folder, "etcd");
    binary(folder, "kube-apiserver");
    return machine.resolve(folder);
  }

  private AssetOptions options(Map<String, String> environment) {
    return new Recorder().options(machine, environment).withInstalledOnly(true);
  }

  private String installed(String version) throws IOException {
    return set("k8s/" + version + "-" + Platform.current()).toString();
  }

  @Test
  void prefersEachNamedBinaryToTheFolderOfTheVariable() throws Exception {
    Path etcd = binary("own", "my-etcd");
    Path folder = set("assets");

    Binaries found =
        Assets.find(
            options(
                Map.of(
                    "TEST_ASSET_ETCD", etcd.toString(), "KUBEBUILDER_ASSETS", folder.toString())));

    assertThat(found).isEqualTo(new Binaries(etcd, folder.resolve("kube-apiserver"), null));
  }

  @Test
  void prefersTheFolderOfTheOptionsToTheVariable() throws Exception {
    Path folder = set("mine");
    Path kubectl = binary("mine", "kubectl");

    Binaries found =
        Assets.find(
            options(Map.of("KUBEBUILDER_ASSETS", set("assets").toString())).withFolder(folder));

    assertThat(found)
        .isEqualTo(new Binaries(folder.resolve("etcd"), folder.resolve("kube-apiserver"), kubectl));
  }

  @Test
  void refusesANamedPlaceThatLacksABinary() throws Exception {
    Path folder = machine.resolve("half");
    binary("half", "etcd");

    assertThatThrownBy(() -> Assets.find(options(Map.of("KUBEBUILDER_ASSETS", folder.toString()))))
        .isInstanceOf(AssetsException.class)
        .hasMessage("KUBEBUILDER_ASSETS is " + folder + ", which has no executable kube-apiserver");
    assertThatThrownBy(() -> Assets.find(options(Map.of("TEST_ASSET_ETCD", "/no/such"))))
        .isInstanceOf(AssetsException.class)
        .hasMessage("TEST_ASSET_ETCD names /no/such, which is not an executable file");
  }

  @Test
  void takesTheDefaultVersionFirstAndElseTheNewestThatIsThere() throws Exception {
    installed("1.29.9");
    installed("1.35.0");
    String newest = installed("1.40.1");
    AssetOptions options = options(Map.of());

    assertThat(Assets.setUp(options)).hasToString(newest);

    String usual = installed(KubernetesVersion.DEFAULT.toString());
    assertThat(Assets.setUp(options)).hasToString(usual);
    assertThat(Assets.setUp(options.withVersion("latest"))).hasToString(newest);
    assertThat(Assets.setUp(options.withVersion("v1.35")))
        .endsWith(Path.of("1.35.0-" + Platform.current()));
  }

  @Test
  void asksForTheVersionThatWasAskedForAndNoOther() throws Exception {
    installed("1.37.1");

    assertThatThrownBy(() -> Assets.setUp(options(Map.of()).withVersion("1.37.0")))
        .isInstanceOf(AssetsException.class)
        .hasMessageContaining("Kubernetes 1.37.0");
    assertThatThrownBy(() -> Assets.setUp(options(Map.of()).withVersion("newest")))
        .isInstanceOf(AssetsException.class)
        .hasMessageContaining("'newest' is not a Kubernetes version");
  }

  @Test
  void knowsTheSharedFolderOfEachSystem() {
    Map<String, String> home = Map.of("HOME", "/home/x");
    Map<String, String> data = Map.of("HOME", "/home/x", "XDG_DATA_HOME", "/data");

    assertThat(AssetStore.defaultRoot(home, Platform.of("Linux", "amd64")))
        .hasToString("/home/x/.local/share/kubebuilder-envtest");
    assertThat(AssetStore.defaultRoot(data, Platform.of("Linux", "amd64")))
        .hasToString("/data/kubebuilder-envtest");
    assertThat(AssetStore.defaultRoot(data, Platform.of("Mac OS X", "aarch64")))
        .hasToString("/home/x/Library/Application Support/io.kubebuilder.envtest");
    assertThat(Platform.of("Mac OS X", "aarch64")).hasToString("darwin-arm64");
    assertThat(Platform.of("Linux", "x86_64")).hasToString("linux-amd64");
  }
}
