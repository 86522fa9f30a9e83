package dev.jop.controllergen.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentOptions;
import dev.jop.envtest.Flags;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the list of resources with what a real API server says of itself.
 *
 * <p>The switch {@code -Djop.renew=true} writes the list anew.
 */
class ServedResourcesIT {
  private static final Path LIST =
      Path.of("src/main/resources/dev/jop/controllergen/discovery", ResourceTable.SERVED);
  private static final String HEAD =
      "# What kube-apiserver serves; renewed by ServedResourcesIT with -Djop.renew=true.\n";
  private static final String FORMAT =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private final SortedMap<String, ApiResource> served = new TreeMap<>();

  @Test
  void knowsAllThatTheServerServes() throws Exception {
    Flags all = Flags.none().set("runtime-config", "api/all=true");
    try (Environment environment =
            Environment.start(EnvironmentOptions.defaults().withApiServerFlags(all));
        KubernetesClient client =
            new KubernetesClientBuilder().withConfig(environment.config()).build()) {
      read(client, "api");
      read(client, "apis");
    }
    List<String> lines = served.values().stream().map(ResourceTable::line).toList();
    if (Boolean.getBoolean("jop.renew")) {
      Files.writeString(LIST, HEAD + String.join("\n", lines) + "\n");
    }
    assertThat(Files.readAllLines(LIST))
        .as("the list of resources; -Djop.renew=true renews it")
        .containsAll(lines);
  }

  private void read(KubernetesClient client, String path) throws Exception {
    String answer =
        client
            .getHttpClient()
            .sendAsync(
                client
                    .getHttpClient()
                    .newHttpRequestBuilder()
                    .url(client.getMasterUrl().toURI().resolve(path).toURL())
                    .header("Accept", FORMAT)
                    .build(),
                String.class)
            .get()
            .body();
    for (JsonNode group : new JsonMapper().readTree(answer).path("items")) {
      String name = group.path("metadata").path("name").asString("");
      for (JsonNode version : group.path("versions")) {
        version.path("resources").forEach(resource -> read(name, resource));
      }
    }
  }

  private void read(String group, JsonNode resource) {
    String name = resource.path("resource").asString("");
    String kind = resource.path("responseKind").path("kind").asString("");
    boolean namespaced = resource.path("scope").asString("").equals("Namespaced");
    add(group, name, kind, namespaced, resource);
    for (JsonNode part : resource.path("subresources")) {
      add(group, name + "/" + part.path("subresource").asString(""), kind, namespaced, part);
    }
  }

  private void add(String group, String name, String kind, boolean namespaced, JsonNode of) {
    TreeSet<String> verbs = new TreeSet<>();
    of.path("verbs").forEach(verb -> verbs.add(verb.asString("")));
    ApiResource found = new ApiResource(group, name, kind, namespaced, verbs);
    served.merge(group + " " + name, found, ApiResource::and);
  }
}
