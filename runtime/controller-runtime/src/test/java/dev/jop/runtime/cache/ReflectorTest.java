package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reflector as its users have it: with a store of their own, and objects of a type. */
class ReflectorTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final MisbehavingServer server = new MisbehavingServer();
  private final ServedObjects objects = server.objects();
  private final RestClient rest = server.connect();
  private final Texts texts = new Texts();
  private final Reflector reflector =
      Reflector.create(ListWatch.of(rest, TYPE), TYPE, texts, MirroredServer.HASTY);

  @AfterEach
  void close() {
    reflector.close();
    rest.close();
    server.close();
  }

  @Test
  @Tag("I38")
  void tellsAStoreOfObjectsOfItsType() throws InterruptedException {
    objects.putAll("a", "b");
    assertThat(reflector.hasSynced()).isFalse();
    assertThat(reflector.lastSyncResourceVersion()).isEmpty();

    reflector.start();
    assertThat(reflector.waitForSync(SOON)).isTrue();
    assertThat(reflector.lastSyncResourceVersion()).isEqualTo("102");
    assertThat(texts.told).containsExactly("replace 102");
    objects.put("a");
    objects.delete("b");

    Await.until("both changes", () -> reflector.lastSyncResourceVersion().equals("104"));
    assertThat(texts.told).containsExactly("replace 102", "put a 103", "delete b 104");
    assertThat(texts.byName).isEqualTo(Map.of("a", "日本 é {\"😀"));
  }

  @Test
  void endsWithWhatTheServerHasWhateverTheServerDoes() {
    Chaos chaos = new Chaos(7, server);
    server.behave(chaos);
    reflector.start();
    for (int round = 0; round < 40; round++) {
      objects.put("n" + round % 7);
      objects.delete("n" + round % 3);
      int asked = server.requests().size();
      server.cutWatches();
      Await.until("the next request", () -> server.requests().size() > asked);
    }
    chaos.end();

    Await.until("the same", () -> texts.byName.keySet().equals(objects.versions().keySet()));
    Await.until("all to be well", () -> reflector.lastError().isEmpty());
    assertThat(reflector.hasSynced()).isTrue();
  }

  @Test
  void tellsAStoreAgainWhatItFailedOn() {
    objects.put("a");
    texts.failures.set(3);
    reflector.start();
    Await.until("the first fetch", reflector::hasSynced);
    assertThat(texts.told)
        .containsExactly("replace 101", "replace 101", "replace 101", "replace 101");
    texts.told.clear();
    texts.failures.set(2);
    objects.put("a");

    Await.until("the change", () -> reflector.lastSyncResourceVersion().equals("102"));
    assertThat(texts.told).containsExactly("put a 102", "put a 102", "put a 102");
  }

  @Test
  @Tag("I16")
  void startsOnceAndTellsNothingAfterItsEnd() throws InterruptedException {
    objects.put("a");
    reflector.start();
    assertThatThrownBy(reflector::start).isInstanceOf(IllegalStateException.class);
    assertThat(reflector.waitForSync(SOON)).isTrue();

    reflector.close();
    reflector.close();
    objects.put("a");

    assertThat(texts.told).containsExactly("replace 101");
    assertThatThrownBy(reflector::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitsNoLongerForTheFirstFetchWhenItIsClosed() throws InterruptedException {
    server.behave((exchange, query) -> server.fallSilent());
    AtomicInteger answers = new AtomicInteger();
    Thread waiting =
        new Thread(
            () -> {
              try {
                answers.addAndGet(reflector.waitForSync(Duration.ofHours(1)) ? 10 : 1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    reflector.start();
    waiting.start();
    Await.until("it to wait", () -> waiting.getState() == Thread.State.TIMED_WAITING);

    reflector.close();
    waiting.join();

    assertThat(answers).hasValue(1);
    assertThat(reflector.waitForSync(SOON)).isFalse();
  }

  @Test
  void refusesASourceOfOtherObjects() {
    ListWatch secrets = ListWatch.of(rest, ResourceType.of(Secret.class));
    ListWatch metadata = ListWatch.of(rest, TYPE.asMetadata());

    assertThatThrownBy(() -> Reflector.create(secrets, TYPE, texts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a list and watch of v1 Secret gives no objects of v1 ConfigMap");
    assertThatThrownBy(() -> Reflector.create(metadata, TYPE, texts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a list and watch of v1 ConfigMap's metadata gives no objects of v1 ConfigMap");
    assertThatThrownBy(() -> SharedIndexInformer.create(secrets, TYPE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTimesThatCannotBe() {
    ReflectorOptions defaults = ReflectorOptions.defaults();

    assertThatThrownBy(() -> defaults.withIdle(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> defaults.withPauses(SOON, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> defaults.withPauses(Duration.ofSeconds(-1), SOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Keeps the texts of ConfigMaps, and notes what it is told, also where it fails then. */
  private static final class Texts implements ReflectorStore<ObjectView<ConfigMap>> {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, String> byName = new ConcurrentSkipListMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public void replace(Collection<ObjectView<ConfigMap>> all, String resourceVersion) {
      tell("replace " + resourceVersion);
      byName.clear();
      all.forEach(this::keep);
    }

    @Override
    public void put(ObjectView<ConfigMap> object) {
      tell("put " + object.key().name() + " " + object.resourceVersion());
      keep(object);
    }

    @Override
    public void delete(ObjectView<ConfigMap> object) {
      tell("delete " + object.key().name() + " " + object.resourceVersion());
      byName.remove(object.key().name());
    }

    private void keep(ObjectView<ConfigMap> view) {
      byName.put(view.key().name(), view.object().getData().get("text"));
    }

    private void tell(String what) {
      told.add(what);
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the store is full");
      }
    }
  }
}
