package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrdInstallIT {
  private static final Path FOLDER = Path.of("src/test/resources/crds");
  private static final Path SEVERAL = FOLDER.resolve("1-several.yaml");
  private static final Path UPDATE = FOLDER.resolve("2-update.yaml");
  private static final Path CONVERTED = Path.of("src/test/resources/converted.yaml");
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";

  private static Environment environment;
  private static KubernetesClient client;

  @BeforeAll
  static void start() {
    environment = Environment.start();
    client = new KubernetesClientBuilder().withConfig(environment.config()).build();
  }

  @AfterAll
  static void close() {
    client.close();
    environment.close();
  }

  @AfterEach
  void uninstall() {
    environment.uninstallCrds(FOLDER);
  }

  @Test
  void servesWhatItInstalledAtOnce() {
    environment.installCrds(SEVERAL);

    assertThat(client.raw("/apis/test.jop.dev/v1/namespaces/default/boats")).contains("BoatList");
    assertThat(client.raw("/apis/test.jop.dev/v2/namespaces/default/boats")).contains("BoatList");
    client.raw("/apis/test.jop.dev/v1/ports", "POST", port("a", 1));
    assertThat(client.raw("/apis/test.jop.dev/v1/ports/a")).contains("\"depth\":1");
  }

  @Test
  void updatesWhatIsThereAndKeepsTheObjects() {
    environment.installCrds(SEVERAL);
    client.raw("/apis/test.jop.dev/v1/ports", "POST", port("kept", 5));

    environment.installCrds(UPDATE);
    environment.installCrds(UPDATE);

    assertThat(client.raw(DEFINITIONS + "ports.test.jop.dev"))
        .contains("\"updated\":\"yes\"", "po2");
    assertThat(client.raw("/apis/test.jop.dev/v1/ports/kept")).contains("\"depth\":5");
  }

  @Test
  void takesTheLastOfTwoInAFolder() {
    environment.installCrds(FOLDER);

    assertThat(client.raw(DEFINITIONS + "ports.test.jop.dev")).contains("po2");
    assertThat(client.raw(DEFINITIONS + "boats.test.jop.dev")).contains("boats");
  }

  @Test
  void installsAndUninstallsObjects() {
    CustomResourceDefinition definition =
        new CustomResourceDefinitionBuilder()
            .withNewMetadata()
            .withName("ports.test.jop.dev")
            .endMetadata()
            .withNewSpec()
            .withGroup("test.jop.dev")
            .withScope("Cluster")
            .withNewNames()
            .withPlural("ports")
            .withSingular("port")
            .withKind("Port")
            .endNames()
            .addNewVersion()
            .withName("v1")
            .withServed(true)
            .withStorage(true)
            .withNewSchema()
            .withNewOpenAPIV3Schema()
            .withType("object")
            .withXKubernetesPreserveUnknownFields(true)
            .endOpenAPIV3Schema()
            .endSchema()
            .endVersion()
            .endSpec()
            .build();

    environment.installCrds(definition);
    assertThat(client.raw("/apis/test.jop.dev/v1/ports")).contains("PortList");

    environment.uninstallCrds(definition);
    assertThat(client.raw(DEFINITIONS + "ports.test.jop.dev")).isNull();
    environment.uninstallCrds(definition);
  }

  @Test
  void saysWhichDefinitionTheServerRefusesAndWhy() {
    CustomResourceDefinition broken =
        new CustomResourceDefinitionBuilder()
            .withNewMetadata()
            .withName("broken.test.jop.dev")
            .endMetadata()
            .withNewSpec()
            .withGroup("test.jop.dev")
            .withScope("Moon")
            .endSpec()
            .build();

    assertThatThrownBy(() -> environment.installCrds(broken))
        .isInstanceOf(EnvironmentException.class)
        .hasCauseInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("broken.test.jop.dev")
        .hasMessageContaining("spec.scope");
  }

  @Test
  void saysInAShortMessageWhichFileTheServerRefuses(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("broken.yaml"),
            Files.readString(CONVERTED).replace("type: integer", "type: number of cars"));

    assertThatThrownBy(() -> environment.installCrds(file))
        .message()
        .startsWith(
            "the server refuses the definition ferries.test.jop.dev of "
                + file
                + ": CustomResourceDefinition.apiextensions.k8s.io \"ferries.test.jop.dev\" is invalid: ")
        .contains("Unsupported value: \"number of cars\"")
        .doesNotContain("Status(", "https://");
  }

  @Test
  void servesEachVersionWhenNoServiceIsThereToConvert() {
    environment.installCrds(CONVERTED);
    try {
      client.raw(
          "/apis/test.jop.dev/v1/ferries",
          "POST",
          """
          {"apiVersion":"test.jop.dev/v1","kind":"Ferry","metadata":{"name":"a"},"spec":{"cars":7}}
          """);

      assertThat(client.raw("/apis/test.jop.dev/v2/ferries/a"))
          .contains("\"apiVersion\":\"test.jop.dev/v2\"", "\"cars\":7");
    } finally {
      environment.uninstallCrds(CONVERTED);
    }
  }

  @Test
  void keepsAConversionWebhookThatHasAUrl(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("url.yaml"),
            Files.readString(CONVERTED)
                .replaceFirst("service: .*", "url: https://127.0.0.1:1/convert")
                .replace(
                    "served: true\n      storage: false", "served: false\n      storage: false"));
    environment.installCrds(file);
    try {
      assertThat(client.raw(DEFINITIONS + "ferries.test.jop.dev"))
          .contains("\"url\":\"https://127.0.0.1:1/convert\"");
    } finally {
      environment.uninstallCrds(file);
    }
  }

  @Test
  void installsTheDefinitionsOfItsOptionsAtTheStart() {
    EnvironmentOptions options =
        EnvironmentOptions.defaults().withExistingCluster(false).withCrds(SEVERAL);
    try (Environment own = Environment.start(options);
        KubernetesClient admin = new KubernetesClientBuilder().withConfig(own.config()).build()) {
      assertThat(admin.raw("/apis/test.jop.dev/v1/ports")).contains("PortList");
    }
  }

  private static String port(String name, int depth) {
    return """
        {"apiVersion":"test.jop.dev/v1","kind":"Port","metadata":{"name":"%s"},"spec":{"depth":%d}}
        """
        .formatted(name, depth);
  }
}
