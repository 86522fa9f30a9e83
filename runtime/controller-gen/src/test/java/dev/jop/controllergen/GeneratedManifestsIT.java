package dev.jop.controllergen;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.controllergen.guestbook.Guestbook;
import dev.jop.controllergen.guestbook.GuestbookSpec;
import dev.jop.controllergen.guestbook.Page;
import dev.jop.controllergen.guestbook.Volume;
import dev.jop.envtest.Environment;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceConversion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real API server takes the manifests and does what the annotations say. */
class GeneratedManifestsIT {
  private static final ResourceDefinitionContext GUESTBOOKS =
      new ResourceDefinitionContext.Builder()
          .withGroup("webapp.example.com")
          .withVersion("v1")
          .withKind("Guestbook")
          .withPlural("guestbooks")
          .withNamespaced(true)
          .build();

  private static Environment environment;
  private static KubernetesClient client;

  @BeforeAll
  static void start(@TempDir Path config) {
    GenerateResult result = ManifestGenerator.generate(GuestbookSources.request());
    result.writeTo(config);
    environment = Environment.start();
    environment.installCrds(config.resolve("crd/bases"));
    client = new KubernetesClientBuilder().withConfig(environment.config()).build();
    Stream.of("system", "aaa").forEach(GeneratedManifestsIT::createNamespace);
    byte[] roles = GuestbookSources.manifest("rbac/role.yaml").getBytes(StandardCharsets.UTF_8);
    client.load(new ByteArrayInputStream(roles)).create();
  }

  @AfterAll
  static void stop() {
    if (client != null) {
      client.close();
    }
    if (environment != null) {
      environment.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicas: 1                  | replicas: 0
          replicas: 2147483647         | replicas: 2147483648
          greeting: Good day           | greeting: "Day 1"
          greeting: A                  | greeting: null
          volume: Loud                 | volume: LOUD
          paper: "1"                   | paper: silk
          closed: true                 | closed: "true"
          pages: [{title: a}]          | pages: []
          pages: [{title: a}]          | pages: [{lines: 1}]
          pages: [{title: a, lines: 99}] | pages: [{title: a, lines: 100}]
          pages: [{title: a, lines: 1}]  | pages: [{title: a, lines: 0}]
          pages: [{title: a}]          | pages: [{title: ""}]
          pages: [{title: 0123456789012345678901234567890123456789}] | pages: [{title: 01234567890123456789012345678901234567890}]
          writers: [a, b]              | writers: [a, a]
          writers: [a]                 | writers: [A]
          labels: {a: b}               | labels: {a: 1}
          memory: 1Gi                  | memory: 1 GiB
          memory: 5                    | memory: five
          maxUnavailable: 1            | maxUnavailable: true
          opensAt: "2026-01-01T00:00:00Z" | opensAt: tomorrow
          retention: PT5M              | retention: 5m
          """)
  void acceptsAndRefusesAsTheAnnotationsSay(String right, String wrong) {
    assertThat(create(right)).isNotNull();
    assertThatThrownBy(() -> create(wrong))
        .isInstanceOf(KubernetesClientException.class)
        .extracting(failure -> ((KubernetesClientException) failure).getCode())
        .isEqualTo(422);
  }

  @Test
  void wouldAskTheWebhooksAsTheyAreDeclared() {
    byte[] webhooks =
        GuestbookSources.manifest("webhook/manifests.yaml").getBytes(StandardCharsets.UTF_8);
    assertThat(client.load(new ByteArrayInputStream(webhooks)).items())
        .hasSize(2)
        .allSatisfy(item -> assertThat(client.resource(item).dryRun().create()).isNotNull());
  }

  @Test
  void takesTheDefinitionOfAKindThatAWebhookConverts(@TempDir Path folder) {
    String definition =
        new KindSource(folder)
            .definition("record Spec() {}", KindSource.NAMES + "@ConversionWebhook\n", "Void");
    byte[] bytes = definition.getBytes(StandardCharsets.UTF_8);

    assertThat(client.load(new ByteArrayInputStream(bytes)).items())
        .singleElement()
        .extracting(item -> (CustomResourceDefinition) client.resource(item).dryRun().create())
        .satisfies(
            taken -> {
              CustomResourceConversion conversion = taken.getSpec().getConversion();
              assertThat(conversion.getStrategy()).isEqualTo("Webhook");
              assertThat(conversion.getWebhook().getClientConfig().getService().getPath())
                  .isEqualTo("/convert");
            });
  }

  @Test
  void requiresWhatIsNotNullable() {
    assertThatThrownBy(() -> generic(resource("metadata: {generateName: a-}")))
        .hasMessageContaining("spec: Required value");
    assertThatThrownBy(() -> generic(resource("metadata: {generateName: a-}", "spec: {}")))
        .hasMessageContaining("spec.closed: Required value")
        .hasMessageContaining("spec.greeting: Required value");
  }

  @Test
  void putsDefaultsIn() {
    GenericKubernetesResource created = create("pages: [{title: a}]");
    assertThat(at(created, "spec", "replicas")).isEqualTo(1);
    assertThat(at(created, "spec", "volume")).isEqualTo("Quiet");
    assertThat(at(created, "spec", "maxUnavailable")).isEqualTo("25%");
    assertThat(at(created, "spec", "pages", 0, "lines")).isEqualTo(20);
  }

  @Test
  void keepsEveryPropertyThatJavaWrites() {
    Page page = new Page();
    page.setTitle("First");
    page.setLines(3);
    GuestbookSpec spec =
        new GuestbookSpec(
            3,
            "Hello",
            Volume.LOUD,
            "ruled",
            true,
            Optional.of(List.of(page)),
            Set.of("ann"),
            Map.of("a", "b"),
            new Quantity("1Gi"),
            new IntOrString(1),
            Duration.ofMinutes(5),
            Instant.parse("2026-01-01T00:00:00Z"),
            null);
    Guestbook guestbook = new Guestbook();
    guestbook.setMetadata(new ObjectMetaBuilder().withGenerateName("java-").build());
    guestbook.setSpec(spec);
    Guestbook created =
        client.resources(Guestbook.class).inNamespace("default").resource(guestbook).create();
    assertThat(created.getSpec()).usingRecursiveComparison().isEqualTo(spec);
  }

  @Test
  void keepsTheStatusApart() {
    GenericKubernetesResource created = create("replicas: 2");
    created.setAdditionalProperty("status", Map.of("readyReplicas", 7));
    created.setAdditionalProperty("spec", Map.of("greeting", "Bye", "closed", true));
    var guestbooks = client.genericKubernetesResources(GUESTBOOKS).inNamespace("default");
    GenericKubernetesResource updated = guestbooks.resource(created).updateStatus();
    assertThat(at(updated, "status", "readyReplicas")).isEqualTo(7);
    assertThat(at(updated, "spec", "greeting")).isEqualTo("Hi");
    updated.setAdditionalProperty("status", Map.of("readyReplicas", 8));
    assertThat(at(guestbooks.resource(updated).update(), "status", "readyReplicas")).isEqualTo(7);
  }

  @Test
  void servesTheColumnsInTheirOrder() throws Exception {
    create("opensAt: \"2026-01-01T00:00:00Z\"");
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(
                environment.config().getMasterUrl()
                    + "apis/webapp.example.com/v1/namespaces/default/guestbooks?limit=1")
            .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
            .build();
    String body = client.getHttpClient().sendAsync(request, String.class).get(30, SECONDS).body();
    GenericKubernetesResource table =
        client.getKubernetesSerialization().unmarshal(body, GenericKubernetesResource.class);
    List<Map<String, Object>> columns = table.get("columnDefinitions");
    assertThat(columns)
        .extracting(column -> column.get("name") + " " + column.get("type"))
        .containsExactly("Name string", "Replicas integer", "Ready string", "Opens string");
    assertThat(columns).extracting(column -> column.get("priority")).containsExactly(0, 0, 0, 1);
  }

  @Test
  void grantsWhatTheRoleSays() {
    assertThat(client.rbac().clusterRoles().withName("manager-role").get().getRules()).hasSize(11);
    assertThat(client.rbac().roles().inNamespace("system").withName("manager-role").get())
        .isNotNull();
  }

  private static Object at(GenericKubernetesResource resource, Object... path) {
    return resource.get(path);
  }

  private static void createNamespace(String name) {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  private static GenericKubernetesResource create(String property) {
    String greeting = property.startsWith("greeting") ? "" : "  greeting: Hi";
    String closed = property.startsWith("closed") ? "" : "  closed: false";
    return generic(
        resource("metadata: {generateName: a-}", "spec:", greeting, closed, "  " + property));
  }

  private static String resource(String... lines) {
    return "apiVersion: webapp.example.com/v1\nkind: Guestbook\n" + String.join("\n", lines) + "\n";
  }

  private static GenericKubernetesResource generic(String yaml) {
    GenericKubernetesResource resource =
        client.getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
    return client
        .genericKubernetesResources(GUESTBOOKS)
        .inNamespace("default")
        .resource(resource)
        .create();
  }
}
