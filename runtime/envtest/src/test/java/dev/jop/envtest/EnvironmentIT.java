package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an environment gives while it runs; its ends are in {@link EnvironmentEndIT}. */
class EnvironmentIT {
  private static Environment environment;

  @BeforeAll
  static void start() {
    environment = Environment.start();
  }

  @AfterAll
  static void close() {
    environment.close();
  }

  private static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @Test
  void hasTheNamespaceDefaultForItsAdministrator() {
    try (KubernetesClient client = client(environment.config())) {
      assertThat(client.namespaces().withName("default").get()).isNotNull();
    }
  }

  @Test
  void writesTheKubeconfigForItsOwnerOnly() throws Exception {
    Path file = environment.kubeconfigFile();

    assertThat(file).hasContent(environment.kubeconfig());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void saysHowToLogRequestsWhereNoneAreLogged() {
    assertThatThrownBy(() -> environment.auditLog())
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("the API server logs no requests; start it withAudit(true)");
  }

  @Test
  void knowsAUserByNameAndGroups() {
    ApiUser user = environment.addUser("jane", "readers", "people: 'all'");

    try (KubernetesClient client = client(user.config())) {
      String review =
          client.raw(
              "/apis/authentication.k8s.io/v1/selfsubjectreviews",
              "POST",
              "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}");
      assertThat(review).contains("\"username\":\"jane\"", "\"readers\"", "\"people: 'all'\"");
    }
  }

  @Test
  void refusesAUserWithoutARoleAndAllowsOneOfAGroupThatHasIt() {
    try (KubernetesClient plain = client(environment.addUser("plain").config());
        KubernetesClient admin = client(environment.addUser("boss", "system:masters").config())) {
      assertThatThrownBy(() -> plain.configMaps().inNamespace("default").list())
          .isInstanceOfSatisfying(
              KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(403));
      assertThat(admin.configMaps().inNamespace("default").list().getItems()).isNotNull();
    }
  }

  @Test
  void recoversFromAKilledApiServerWithItsPortAndData() {
    try (Environment own = Environment.start();
        KubernetesClient client = client(own.config())) {
      client.raw(
          "/api/v1/namespaces",
          "POST",
          "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"kept\"}}");

      own.apiServer().kill();

      assertThat(own.apiServer().running()).isFalse();
      assertThat(own.apiServer().pid()).isEmpty();
      assertThatThrownBy(() -> client.namespaces().withName("kept").get())
          .isInstanceOf(KubernetesClientException.class);

      own.apiServer().start();
      own.apiServer().start();

      assertThat(client.namespaces().withName("kept").get()).isNotNull();

      own.apiServer().stop();
      own.etcd().stop();
      own.etcd().start();
      own.apiServer().start();

      assertThat(client.namespaces().withName("kept").get()).isNotNull();
    }
  }

  @Test
  void runsSeveralAtOnce() throws Exception {
    List<CompletableFuture<Environment>> starts =
        Stream.generate(() -> CompletableFuture.supplyAsync(Environment::start)).limit(2).toList();
    try (Environment first = starts.get(0).get(2, TimeUnit.MINUTES);
        Environment second = starts.get(1).get(2, TimeUnit.MINUTES)) {
      assertThat(first.config().getMasterUrl()).isNotEqualTo(second.config().getMasterUrl());
      try (KubernetesClient wrong = client(second.addUser("x", "system:masters").config())) {
        assertThat(wrong.namespaces().withName("default").get()).isNotNull();
      }
    }
  }

  @Test
  void usesTheClusterOfTheCurrentKubeconfigWhenAsked() {
    Path kubeconfig = environment.kubeconfigFile();
    String before = System.getProperty("kubeconfig", "");
    System.setProperty("kubeconfig", kubeconfig.toString());
    try (Environment existing =
        Environment.start(EnvironmentOptions.defaults().withExistingCluster(true))) {
      assertThat(existing.owned()).isFalse();
      assertThat(existing.config().getMasterUrl()).isEqualTo(environment.config().getMasterUrl());
      assertThat(existing.kubeconfig()).isEqualTo(environment.kubeconfig());
      assertThatThrownBy(existing::apiServer).isInstanceOf(EnvironmentException.class);
      assertThatThrownBy(() -> existing.addUser("x")).isInstanceOf(EnvironmentException.class);
    } finally {
      if (before.isEmpty()) {
        System.clearProperty("kubeconfig");
      } else {
        System.setProperty("kubeconfig", before);
      }
    }
    assertThat(environment.apiServer().running()).isTrue();
  }

  @Test
  void takesFlagsForItsServers() {
    EnvironmentOptions options =
        EnvironmentOptions.defaults()
            .withApiServerFlags(Flags.none().set("service-account-issuer", "https://issuer.test"))
            .withEtcdFlags(Flags.none().set("log-level", "error"))
            .withTimeouts(Duration.ofMinutes(1), Duration.ofSeconds(5));
    try (Environment own = Environment.start(options);
        KubernetesClient client = client(own.config())) {
      assertThat(client.raw("/.well-known/openid-configuration"))
          .contains("\"issuer\":\"https://issuer.test\"");
    }
  }
}
