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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an informer stores and tells, of a server that goes away and comes back. */
class SharedIndexInformerTest {

  @AutoClose private final InformedServer informed = new InformedServer();
  private final SharedIndexInformer<ConfigMap> informer = informed.informer();
  private final ServedObjects objects = informed.objects();
  private final MisbehavingServer server = informed.server();

  @Test
  @Tag("I38")
  void tracksTheVersionOfTheWholeBookmarksIncluded() {
    assertThat(informer.lastResourceVersion()).isEmpty();
    History<ConfigMap> history = informed.startAndListen();
    Await.until("the list's version", () -> informer.lastResourceVersion().equals("105"));
    objects.delete("a");
    informed.awaitTheSame(history);
    Await.until("the version", () -> informer.lastResourceVersion().equals("106"));

    server.behaveOnNextWatch(Behaviour.say(ServedObjects.bookmark(150, false)).thenSilence(server));

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
    server.behave(Behaviour.refuse(403, "Forbidden").whenever(() -> codes.size() < 3));
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

    assertThat(server.requests()).containsExactly("initial");
    assertThat(informed.metrics().closed).isTrue();
    assertThat(inHandler).hasValue(0);
    assertThatThrownBy(informer::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("I40")
  void keepsWhatIsStoredWhateverIsDoneToWhatAReadGave() {
    History<ConfigMap> history = informed.startAndListen();
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
    History<ConfigMap> history = informed.startAndListen();
    objects.put("a");
    informed.awaitTheSame(history);
    InformerState state = informed.state();

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
    History<ConfigMap> history = informed.startAndListen();
    Map<String, Integer> before = objects.versions();
    server.behave(Behaviour.refuse(404, "NotFound"));
    server.cutWatches();

    Await.until("the refusal", () -> informer.lastError().isPresent());
    assertThat(informer.lastError().map(ApiException::code)).contains(404);
    assertThat(informed.stored()).isEqualTo(before);
    assertThat(history.events()).hasSize(5);
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
