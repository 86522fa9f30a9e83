package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an informer stores and tells, of a server that goes away and comes back. */
class SharedIndexInformerTest {

  private final InformedServer informed = new InformedServer();
  private final SharedIndexInformer<ConfigMap> informer = informed.informer();
  private final ServedObjects objects = informed.objects();

  @AfterEach
  void close() {
    informed.close();
  }

  @Test
  @Tag("I17")
  @Tag("I18")
  void tellsOfUnseenDeletionsBeforeAllElseThatAListBrings() {
    History<ConfigMap> history = startAndListen();
    informed.whileAway(
        true,
        () -> {
          objects.put("f");
          objects.put("a");
          objects.delete("b");
          objects.delete("e");
        });

    informed.awaitTheSame(history);
    assertThat(history.events().subList(5, 9))
        .containsExactlyInAnyOrder("lost b 102", "lost e 105", "update a 107", "create f 106");
    assertThat(history.events().subList(5, 7)).allMatch(event -> event.startsWith("lost"));
    assertThat(history.violations()).isEmpty();
  }

  @Test
  @Tag("I32")
  void tellsOfNetEffectsOnceEachAfterTheWatchWasDisrupted() {
    History<ConfigMap> history = startAndListen();
    informed.whileAway(
        true,
        () -> {
          objects.put("a");
          objects.put("a");
          objects.put("new");
          objects.put("new");
          objects.put("gone");
          objects.delete("gone");
          objects.delete("c");
        });

    informed.awaitTheSame(history);
    assertThat(history.events())
        .hasSize(8)
        .contains("update a 107", "create new 109", "lost c 103");
    assertThat(history.violations()).isEmpty();
  }

  @Test
  @Tag("I32")
  void tellsOfEverythingThatHappenedIfTheServerStillKnows() {
    History<ConfigMap> history = startAndListen();
    informed.whileAway(
        false,
        () -> {
          objects.put("a");
          objects.put("a");
          objects.put("gone");
          objects.delete("gone");
        });

    informed.awaitTheSame(history);
    Await.until("all events", () -> history.events().size() == 9);
    assertThat(history.events())
        .endsWith("update a 106", "update a 107", "create gone 108", "delete gone 109");
    assertThat(history.violations()).isEmpty();
  }

  @Test
  @Tag("I41")
  void tellsOfADeletionAndACreationWhenAnObjectWasReplacedUnseen() {
    History<ConfigMap> history = startAndListen();
    informed.whileAway(
        true,
        () -> {
          objects.delete("a");
          objects.put("a");
        });

    informed.awaitTheSame(history);
    assertThat(history.events().subList(5, 7)).containsExactly("lost a 101", "create a 107");
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void takesNoStateOfAnObjectThatItHasLeftBehind() {
    History<ConfigMap> history = startAndListen();
    objects.put("a");
    objects.put("a");
    informed.awaitTheSame(history);
    String replayed = String.join("", objects.eventsAfter(0).events());
    informed
        .server()
        .behave(
            (exchange, query) -> {
              informed.server().behave((later, other) -> false);
              MisbehavingServer.begin(exchange);
              MisbehavingServer.write(exchange, replayed + ServedObjects.bookmark(107, false));
              return true;
            });
    informed.server().cutWatches();
    objects.put("last");

    informed.awaitTheSame(history);
    assertThat(history.events().subList(5, history.events().size()))
        .containsExactly("update a 106", "update a 107", "create last 108");
  }

  @Test
  void takesTheNewestStateOfAnObjectWhenEventsComeInTheWrongOrder() {
    History<ConfigMap> history = startAndListen();
    informed.server().stopListening();
    objects.put("a");
    objects.put("b");
    objects.put("a");
    List<ServedObjects.Change> changes = objects.changesAfter(105);
    informed
        .server()
        .behave(
            (exchange, query) -> {
              informed.server().behave((later, other) -> false);
              MisbehavingServer.begin(exchange);
              for (int i : new int[] {2, 1, 0}) {
                MisbehavingServer.write(exchange, changes.get(i).event());
              }
              MisbehavingServer.write(exchange, ServedObjects.bookmark(108, false));
              return true;
            });
    informed.server().listenAgain();
    objects.put("last");

    informed.awaitTheSame(history);
    assertThat(history.events())
        .endsWith("update a 108", "update b 107", "create last 109")
        .hasSize(8);
    assertThat(history.violations()).isEmpty();
  }

  @Test
  @Tag("I38")
  void tracksTheVersionOfTheWholeBookmarksIncluded() {
    assertThat(informer.lastResourceVersion()).isEmpty();
    History<ConfigMap> history = startAndListen();
    Await.until("the list's version", () -> informer.lastResourceVersion().equals("105"));
    objects.delete("a");
    informed.awaitTheSame(history);
    Await.until("the version", () -> informer.lastResourceVersion().equals("106"));

    informed
        .server()
        .behave(
            (exchange, query) -> {
              MisbehavingServer.begin(exchange);
              MisbehavingServer.write(exchange, ServedObjects.bookmark(150, false));
              return informed.server().fallSilent();
            });
    informed.server().cutWatches();

    Await.until("the bookmark", () -> informer.lastResourceVersion().equals("150"));
    assertThat(history.events()).as("a bookmark tells handlers nothing (I2)").hasSize(6);
  }

  @Test
  @Tag("I33")
  void tellsTheWatchErrorHandlerOfEveryFailure() {
    List<Integer> codes = new CopyOnWriteArrayList<>();
    informer.setWatchErrorHandler(
        error -> {
          codes.add(error.code());
          throw new IllegalStateException("a handler's own fault");
        });
    informed
        .server()
        .behave(
            (exchange, query) -> {
              boolean refused = codes.size() < 3;
              if (refused) {
                MisbehavingServer.refuse(exchange, 403, "Forbidden");
              }
              return refused;
            });
    informer.start();

    informed.awaitTheSame();
    assertThat(codes).containsExactly(403, 403, 403);
    assertThatThrownBy(() -> informer.setWatchErrorHandler(error -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("I34")
  void startsOnceAndEndsForGood() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch hold = new CountDownLatch(1);
    AtomicInteger inHandler = new AtomicInteger();
    informer.addHandler(
        event -> {
          inHandler.incrementAndGet();
          running.countDown();
          awaitQuietly(hold);
          inHandler.decrementAndGet();
        });
    informer.start();
    informer.start();
    running.await();
    assertThat(informer.isStopped()).isFalse();
    Thread closing = new Thread(informer::close);
    closing.start();
    Await.until("the end to begin", informer::isStopped);
    Await.until(
        "the end to wait for the handler", () -> closing.getState() == Thread.State.WAITING);
    hold.countDown();
    closing.join();

    assertThat(informed.server().requests()).containsExactly("initial");
    assertThat(informed.metrics().closed).isTrue();
    assertThat(inHandler).hasValue(0);
    assertThatThrownBy(informer::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("I40")
  void keepsWhatIsStoredWhateverIsDoneToWhatAReadGave() {
    History<ConfigMap> history = startAndListen();
    ObjectKey key = ObjectKey.of("ns", "a");
    ConfigMap read = informer.indexer().getByKey(key).orElseThrow().object();
    read.getData().clear();
    read.getMetadata().setName("other");
    assertThatThrownBy(() -> informer.indexer().getByKey(key).orElseThrow().labels().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> informer.indexer().list().get(0).owners().clear())
        .isInstanceOf(UnsupportedOperationException.class);

    ConfigMap again = informer.indexer().getByKey(key).orElseThrow().object();

    assertThat(again.getData()).containsEntry("text", "日本 é {\"😀");
    assertThat(again.getMetadata().getName()).isEqualTo("a");
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void countsWhatItDoes() {
    History<ConfigMap> history = startAndListen();
    objects.put("a");
    informed.awaitTheSame(history);
    InformerState state = informed.state();

    assertThat(state).isNotNull();
    assertThat(state.objects()).isEqualTo(5);
    assertThat(state.bytes()).isBetween(5 * 100L, 5 * 300L);
    assertThat(state.handlers()).isEqualTo(1);
    assertThat(state.queuedItems()).isZero();
    assertThat(state.longestBacklog()).isZero();
    Await.until("the event's version", () -> state.lastResourceVersion().equals("106"));
    assertThat(informed.metrics().lists).hasValue(1);
    assertThat(informed.metrics().items).hasValue(5);
    assertThat(informed.metrics().watches).hasValue(1);
    Await.until("the handler to be done", () -> informed.metrics().handled.get() == 6);
  }

  @Test
  void keepsWhatItHasReadAndKnowsWhyThereIsNothingNew() {
    History<ConfigMap> history = startAndListen();
    Map<String, Integer> before = objects.versions();
    informed
        .server()
        .behave(
            (exchange, query) -> {
              MisbehavingServer.refuse(exchange, 404, "NotFound");
              return true;
            });
    informed.server().cutWatches();

    Await.until("the refusal", () -> informer.lastError().isPresent());
    assertThat(informer.lastError().map(ApiException::code)).contains(404);
    assertThat(informed.stored()).isEqualTo(before);
    assertThat(history.events()).hasSize(5);
  }

  private History<ConfigMap> startAndListen() {
    History<ConfigMap> history = informed.listen();
    informer.start();
    informed.awaitTheSame(history);
    return history;
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
