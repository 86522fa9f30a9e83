package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.Environment;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kind that goes while it is followed, and comes back with other objects. */
class CrdLifeIT {

  private static final Path CRD = Path.of("src/test/resources/gadget-crd.yaml");
  private static final ResourceType<Gadget> TYPE = ResourceType.of(Gadget.class);

  private static final Environment ENVIRONMENT = Environment.start();
  private static final RestClient REST = RestClient.create(ENVIRONMENT.config());
  private static final Client CLIENT = Client.live(REST);

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
