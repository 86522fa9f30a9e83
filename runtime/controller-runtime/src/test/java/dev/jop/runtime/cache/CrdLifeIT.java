package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.Environment;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind that goes while it is followed, and comes back with other objects, or as another. */
class CrdLifeIT {

  private static final Path CRD = Path.of("src/test/resources/gadget-crd.yaml");
  private static final ResourceType<Gadget> TYPE = ResourceType.of(Gadget.class);
  private static final ResourceType<GenericKubernetesResource> V2 =
      ResourceType.generic(
          new GroupVersionKind("test.jop.dev", "v2", "Gadget"), TYPE.plural(), true);

  private static final Environment ENVIRONMENT = Environment.start();
  private static final RestClient REST = RestClient.create(ClientConfigs.of(ENVIRONMENT.config()));
  private static final Client CLIENT = Client.live(REST);

  @TempDir private Path folder;
  private final MisbehavingProxy proxy = new MisbehavingProxy(REST, 0);
  private final RestClient proxied = proxy.connect();
  private final CountedMetrics metrics = new CountedMetrics();
  private final History<Gadget> history = new History<>();
  private final SharedIndexInformer<Gadget> informer =
      SharedIndexInformer.create(
          ListWatch.of(proxied, TYPE),
          TYPE,
          (type, state) -> metrics,
          MirroredServer.HASTY.withPauses(Duration.ofMillis(50), Duration.ofMillis(200)));

  @AfterAll
  static void stopServer() {
    REST.close();
    ENVIRONMENT.close();
  }

  @BeforeEach
  void followTwoGadgets() {
    ENVIRONMENT.installCrds(CRD);
    CLIENT.create(Gadget.of(key("one"), 1));
    CLIENT.create(Gadget.of(key("two"), 2));
    informer.addHandler(history);
    informer.start();
    Await.until("two gadgets", () -> history.state().size() == 2);
  }

  @AfterEach
  void close() {
    informer.close();
    proxied.close();
    proxy.close();
    if (CLIENT.get(CustomResourceDefinition.class, crdKey()).isPresent()) {
      deleteCrd();
    }
  }

  @Test
  void tellsOfTheDeletionsThatComeWithTheKindsEndAndGoesOnWhenItIsBack() {
    deleteCrd();
    Await.until("the deletions", () -> history.state().isEmpty());
    Await.until(
        "the kind to be missed",
        () -> informer.lastError().map(ApiException::code).filter(code -> code == 404).isPresent());
    assertThat(metrics.failures).contains("watch NotFound");

    ENVIRONMENT.installCrds(CRD);
    CLIENT.create(Gadget.of(key("two"), 3));
    CLIENT.create(Gadget.of(key("three"), 3));

    Await.until("the new gadgets", () -> history.state().keySet().equals(Set.of("two", "three")));
    Await.until("the store", () -> stored().equals(Set.of("two", "three")));
    assertThat(informer.lastError()).isEmpty();
    assertThat(history.violations()).isEmpty();
    assertThat(sizeOf("two")).isEqualTo(3);
  }

  @Test
  void keepsWhatWasThereUntilTheKindIsBackWithOtherObjectsThatNobodySaw() {
    proxy.setAway(true);
    deleteCrd();
    proxy.setAway(false);
    Await.until(
        "the kind to be missed",
        () -> informer.lastError().map(ApiException::code).filter(code -> code == 404).isPresent());
    assertThat(stored()).as("while nobody knows what became of them").contains("one", "two");

    ENVIRONMENT.installCrds(CRD);
    CLIENT.create(Gadget.of(key("two"), 3));
    CLIENT.create(Gadget.of(key("three"), 3));

    Await.until("the new gadgets", () -> history.state().keySet().equals(Set.of("two", "three")));
    Await.until("the store", () -> stored().equals(Set.of("two", "three")));
    assertThat(history.violations()).isEmpty();
    assertThat(sizeOf("two")).isEqualTo(3);
  }

  @Test
  void followsAKindThatComesBackWithAnotherScope() throws IOException {
    deleteCrd();
    Await.until("the deletions", () -> history.state().isEmpty());

    installCrd(Files.readString(CRD).replace("scope: Namespaced", "scope: Cluster"));
    createInNoNamespace("two");

    Await.until("the new gadget", () -> history.state().keySet().equals(Set.of("two")));
    assertThat(informer.indexer().listKeys()).containsExactly(ObjectKey.of("two"));
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void tellsWhatHasGoneWhenAKindIsBackWithAnotherScopeThatNobodySawGo() throws IOException {
    proxy.setAway(true);
    deleteCrd();
    installCrd(Files.readString(CRD).replace("scope: Namespaced", "scope: Cluster"));
    createInNoNamespace("two");
    proxy.setAway(false);

    Set<ObjectKey> back = Set.of(ObjectKey.of("two"));
    Await.until("the store", () -> informer.indexer().listKeys().equals(back));
    Await.until("the end of what was", () -> history.state().keySet().equals(Set.of("two")));
    assertThat(history.events()).filteredOn(event -> event.startsWith("lost")).hasSize(2);
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void goesOnWhereItWasWhenItsVersionIsServedAgain() throws IOException {
    String served = Files.readString(CRD);
    int at = served.indexOf("  - name: v1");
    String other = served.substring(at).replace("name: v1", "name: v2");
    String stored = served.substring(at).replace("storage: true", "storage: false");
    installCrd(served.substring(0, at) + other + stored.replace("served: true", "served: false"));
    Await.until(
        "the version to be missed",
        () -> informer.lastError().map(ApiException::code).filter(code -> code == 404).isPresent());
    assertThat(stored()).containsExactlyInAnyOrder("one", "two");
    CLIENT.delete(CLIENT.get(V2, key("two")).orElseThrow());
    GenericKubernetesResource three = new GenericKubernetesResource();
    three.setApiVersion("test.jop.dev/v2");
    three.setKind("Gadget");
    three.setMetadata(Gadget.of(key("three"), 3).getMetadata());
    CLIENT.create(three);

    installCrd(served.substring(0, at) + other + stored);

    Await.until("the changes", () -> history.state().keySet().equals(Set.of("one", "three")));
    Await.until("the store", () -> stored().equals(Set.of("one", "three")));
    Await.until("all to be well", () -> informer.lastError().isEmpty());
    assertThat(history.violations()).isEmpty();
    assertThat(history.events()).filteredOn(event -> event.contains(" one ")).hasSize(1);
  }

  /** By what the server says of the kind: the Java type lives in namespaces. */
  private static void createInNoNamespace(String name) {
    GenericKubernetesResource gadget = new GenericKubernetesResource();
    gadget.setApiVersion("test.jop.dev/v1");
    gadget.setKind("Gadget");
    gadget.setMetadata(new ObjectMetaBuilder().withName(name).build());
    gadget.setAdditionalProperty("spec", Map.of("size", 3));
    Client.live(REST).create(gadget);
  }

  private void installCrd(String yaml) throws IOException {
    ENVIRONMENT.installCrds(Files.writeString(folder.resolve("crd.yaml"), yaml));
  }

  private static void deleteCrd() {
    CLIENT.delete(CLIENT.get(CustomResourceDefinition.class, crdKey()).orElseThrow());
    Await.until(
        "the end of the CRD", () -> CLIENT.get(CustomResourceDefinition.class, crdKey()).isEmpty());
  }

  private int sizeOf(String name) {
    return informer.indexer().getByKey(key(name)).orElseThrow().object().getSpec().size();
  }

  private Set<String> stored() {
    return informer.indexer().list().stream()
        .map(gadget -> gadget.key().name())
        .collect(Collectors.toSet());
  }

  private static ObjectKey key(String name) {
    return ObjectKey.of("default", name);
  }

  private static ObjectKey crdKey() {
    return ObjectKey.of("gadgets.test.jop.dev");
  }
}
