package dev.jop.controllergen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.controllergen.YamlTree;
import dev.jop.envtest.Environment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The real API server takes the definitions of both tools, and says the same of every object in
 * {@code testdata/controller-gen/objects}. The definitions of the Go types are moved to another
 * group, so that both stand side by side.
 */
class CorpusIT {
  private static final String GROUP = "corpus.example.com";
  private static final String THEIR_GROUP = "corpus.example.org";

  private static Environment environment;
  private static KubernetesClient client;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    write(folder.resolve("ours"), Corpus.ours());
    write(folder.resolve("theirs"), moved(Corpus.theirs()));
    environment = Environment.start();
    environment.installCrds(folder.resolve("ours"), folder.resolve("theirs"));
    client = new KubernetesClientBuilder().withConfig(environment.config()).build();
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

  static Stream<ObjectCase> cases() throws IOException {
    return ObjectCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysOfEachObjectWhatItsGoTwinSays(ObjectCase line) throws IOException {
    Resource ours = resource(Corpus.ours(), line);
    Resource theirs = resource(moved(Corpus.theirs()), line);
    if (line.has("accept")) {
      Verdict verdict = verdict(ours, line, "accept");
      assertThat(verdict.message()).isEmpty();
      assertThat(verdict).isEqualTo(verdict(theirs, line, "accept"));
      if (line.has("becomes")) {
        assertThat(verdict.spec()).isEqualTo(line.spec("becomes"));
      }
    }
    if (line.has("refuse")) {
      Verdict verdict = verdict(ours, line, "refuse");
      assertThat(verdict.accepted()).as("accepted").isFalse();
      assertThat(verdict.message()).contains(line.because());
      Verdict other = verdict(theirs, line, "refuse");
      assertThat(other.message()).contains(line.because());
      if (line.alike()) {
        assertThat(verdict).isEqualTo(other);
      } else {
        assertThat(verdict).as("alike: false is not needed").isNotEqualTo(other);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"role.yaml", "manifests.yaml"})
  void takesRolesAndWebhooks(String file) {
    String text = Objects.requireNonNull(Corpus.ours().get(file), file);
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
      Map<String, ?> object = object(document);
      Verdict verdict = Verdict.of(client, "POST", path(object) + "?dryRun=All", object);
      assertThat(verdict.message()).as("%s", object.get("metadata")).isEmpty();
    }
  }

  @Test
  void hasObjectsForEachDefinition() throws IOException {
    assertThat(cases().map(ObjectCase::definition).distinct().map(name -> name + ".yaml"))
        .containsExactlyInAnyOrderElementsOf(
            Corpus.theirs().keySet().stream().filter(name -> name.contains(GROUP)).toList());
  }

  /** What is said of a spec, which is not stored; what was given before is. */
  private static Verdict verdict(Resource resource, ObjectCase line, String key) {
    Map<String, Object> object = resource.object(line.name(), line.spec(key));
    Verdict verdict;
    if (line.has("given")) {
      String one = resource.path() + "/" + line.name();
      object.put("metadata", Map.of("name", line.name(), "resourceVersion", given(resource, line)));
      verdict = Verdict.of(client, "PUT", one + "?dryRun=All", object);
    } else {
      verdict = Verdict.of(client, "POST", resource.path() + "?dryRun=All", object);
    }
    return verdict.withMessage(verdict.message().replace(THEIR_GROUP, GROUP));
  }

  private static Object given(Resource resource, ObjectCase line) {
    String one = resource.path() + "/" + line.name();
    Verdict.of(client, "DELETE", one, Map.of());
    Map<String, Object> object = resource.object(line.name(), line.spec("given"));
    Object stored = YamlTree.parse(client.raw(resource.path(), "POST", object));
    return YamlTree.at(stored, "metadata", "resourceVersion");
  }

  @SuppressWarnings("unchecked") // YAML's documents are maps
  private static Map<String, ?> object(Object document) {
    return (Map<String, ?>) document;
  }

  /** Where an object of a built-in kind is made; its namespace is made first. */
  private static String path(Map<String, ?> object) {
    String kind = String.valueOf(object.get("kind")).toLowerCase(Locale.ROOT) + "s";
    Object namespace = ((Map<?, ?>) YamlTree.at(object, "metadata")).get("namespace");
    if (namespace == null) {
      return "/apis/" + object.get("apiVersion") + "/" + kind;
    }
    Map<String, ?> parent = Map.of("metadata", Map.of("name", namespace));
    Verdict.of(client, "POST", "/api/v1/namespaces", parent);
    return "/apis/" + object.get("apiVersion") + "/namespaces/" + namespace + "/" + kind;
  }

  private static Resource resource(Map<String, String> texts, ObjectCase line) {
    String text = texts.get(line.definition() + ".yaml");
    return Resource.of(Objects.requireNonNull(text, line.definition())).in(line.version());
  }

  private static SortedMap<String, String> moved(SortedMap<String, String> texts) {
    texts.replaceAll((name, text) -> text.replace(GROUP, THEIR_GROUP));
    return texts;
  }

  private static void write(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      if (text.getKey().contains(GROUP)) {
        Files.writeString(folder.resolve(text.getKey()), text.getValue());
      }
    }
  }
}
