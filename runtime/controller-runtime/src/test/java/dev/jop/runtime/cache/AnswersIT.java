package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a real API server answers is taken, of whatever kind it is. */
class AnswersIT {

  private static final ResourceType<GenericKubernetesResource> ODDMENT =
      ResourceType.generic(GroupVersionKind.of("answers.jop.dev/v1", "Oddment"), "oddments", false);

  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: oddments.answers.jop.dev
      spec:
        group: answers.jop.dev
        scope: Cluster
        names: {kind: Oddment, listKind: OddmentCollectionList, plural: oddments}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
      """;

  private final RestClient rest = TestServer.rest();
  private final Client client = TestServer.client();

  @Test
  void listsAndWatchesEachKindThatTheServerHas() throws InterruptedException {
    List<ResourceType<?>> types = types();
    CacheOptions options = CacheOptions.defaults();
    try (Cache whole = Cache.create(rest, options);
        Cache metadata = Cache.create(rest, options)) {
      types.forEach(whole::informer);
      types.forEach(type -> metadata.informer(type.asMetadata()));
      whole.start();
      metadata.start();

      assertThat(types).hasSizeGreaterThan(40);
      assertThat(whole.waitForSync(Duration.ofMinutes(1))).isTrue();
      assertThat(metadata.waitForSync(Duration.ofMinutes(1))).isTrue();
      for (ResourceType<?> type : types) {
        assertThat(whole.informer(type).lastError()).as("%s", type).isEmpty();
        assertThat(metadata.informer(type.asMetadata()).lastError()).as("%s", type).isEmpty();
        assertThat(client.list(type)).as("%s", type).hasSameSizeAs(client.list(type.asMetadata()));
      }
    }
  }

  @Test
  void takesListsThatACrdNamesOtherwiseAndObjectsThatLieDeepOrHaveLongNames(@TempDir Path folder)
      throws IOException {
    TestServer.environment().installCrds(Files.writeString(folder.resolve("crd.yaml"), CRD));
    assertThat(client.list(ODDMENT)).isEmpty();
    create("one", "1");
    create("deep", "{\"x\":".repeat(600) + "1" + "}".repeat(600));
    create("long", "{\"" + "n".repeat(60_000) + "\":1}");
    create("two", "2");

    assertThat(client.list(ODDMENT))
        .extracting(found -> found.getMetadata().getName())
        .contains("one", "two");
    CacheOptions options = CacheOptions.defaults().withWatchList(false);
    try (Cache whole = Cache.create(rest, options);
        Cache metadata = Cache.create(rest, options)) {
      whole.start();
      metadata.start();
      assertThat(whole.list(ODDMENT))
          .extracting(found -> found.getMetadata().getName())
          .contains("one", "two");
      assertThat(metadata.list(ODDMENT.asMetadata())).hasSize(4);
    }
  }

  private void create(String name, String field) {
    String json =
        "{\"apiVersion\":\"answers.jop.dev/v1\",\"kind\":\"Oddment\",\"metadata\":{\"name\":\"%s\"},\"field\":%s}"
            .formatted(name, field);
    byte[] unused =
        rest.send(
            "POST",
            ODDMENT.path(""),
            "application/json",
            json.getBytes(StandardCharsets.UTF_8),
            "create " + name);
  }

  /** The kinds that can be listed and watched, in each of their versions. */
  private List<ResourceType<?>> types() {
    List<ResourceType<?>> types = new ArrayList<>(types("/api/", "v1"));
    for (JsonNode group : get("/apis").path("groups")) {
      for (JsonNode version : group.path("versions")) {
        types.addAll(types("/apis/", version.path("groupVersion").asString("")));
      }
    }
    return types;
  }

  private List<ResourceType<?>> types(String root, String version) {
    List<ResourceType<?>> types = new ArrayList<>();
    for (JsonNode resource : get(root + version).path("resources")) {
      String verbs = resource.path("verbs").toString();
      if (verbs.contains("list") && verbs.contains("watch")) {
        types.add(
            ResourceType.generic(
                GroupVersionKind.of(version, resource.path("kind").asString("")),
                resource.path("name").asString(""),
                resource.path("namespaced").asBoolean(false)));
      }
    }
    return types;
  }

  private JsonNode get(String path) {
    return Codec.shared().tree(rest.get(ApiPath.of(path.substring(1).split("/")), "look around"));
  }
}
