package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.event.Event;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Handlers come and go while an informer runs, and none is in another's way. */
class InformerHandlersTest {

  private final InformedServer informed = new InformedServer();
  private final SharedIndexInformer<ConfigMap> informer = informed.informer();
  private final ServedObjects objects = informed.objects();
  private final CountDownLatch hold = new CountDownLatch(1);

  @AfterEach
  void close() {
    hold.countDown();
    informed.close();
  }

  @Test
  @Tag("I26")
  void tellsHandlersThatComeInTheMidstOfChangesEverythingOnce() throws Exception {
    informer.start();
    assertThat(informer.waitForSync(Duration.ofSeconds(30))).isTrue();
    AtomicBoolean done = new AtomicBoolean();
    Thread changing =
        new Thread(
            () -> {
              for (int i = 0; !done.get(); i++) {
                objects.put("n" + i % 7);
                if (i % 3 == 0) {
                  objects.delete("n" + (i + 3) % 7);
                }
              }
            });
    changing.start();
    List<History<ConfigMap>> histories = new ArrayList<>();
    List<Informer.Registration> registrations = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      History<ConfigMap> history = new History<>();
      registrations.add(informer.addHandler(history));
      histories.add(history);
    }
    for (Informer.Registration registration : registrations) {
      assertThat(registration.waitForSync(Duration.ofSeconds(30))).isTrue();
    }
    done.set(true);
    changing.join();

    for (History<ConfigMap> history : histories) {
      informed.awaitTheSame(history);
      assertThat(history.violations()).isEmpty();
    }
  }

  @Test
  @Tag("I27")
  @Tag("I35")
  void letsNoHandlerWaitForASlowOneAndShowsWhatWaitsForIt() {
    Informer.Registration slow =
        informer.addHandler(event -> SharedIndexInformerTest.awaitQuietly(hold));
    History<ConfigMap> quick = informed.listen();
    informer.start();
    informed.awaitTheSame(quick);
    for (int i = 0; i < 3000; i++) {
      objects.put("a");
    }

    informed.awaitTheSame(quick);
    assertThat(quick.violations()).isEmpty();
    assertThat(slow.hasSynced()).isFalse();
    assertThat(slow.backlogLength()).isBetween(4, 1001);
    InformerState state = informed.state();
    assertThat(state.longestBacklog()).isBetween(4, 1001);
    assertThat(state.queuedItems()).isGreaterThanOrEqualTo(state.longestBacklog());
  }

  @Test
  @Tag("I35")
  void tellsASlowHandlerTheSameEndInALegalHistory() {
    History<ConfigMap> slow = new History<>();
    informer.addHandler(
        event -> {
          SharedIndexInformerTest.awaitQuietly(hold);
          slow.handle(event);
        });
    informer.start();
    informed.awaitTheSame();
    for (int i = 0; i < 1500; i++) {
      objects.put("n" + i % 11);
      objects.delete("n" + (i + 5) % 13);
    }
    informed.awaitTheSame();
    hold.countDown();

    informed.awaitTheSame(slow);
    assertThat(slow.violations()).isEmpty();
    assertThat(slow.events()).hasSizeLessThan(1500);
  }

  @Test
  @Tag("I21")
  void tellsTheNextEventToAHandlerThatFails() {
    History<ConfigMap> history = new History<>();
    AtomicInteger failures = new AtomicInteger();
    informer.addHandler(
        event -> {
          history.handle(event);
          if (failures.getAndIncrement() % 2 == 0) {
            throw new IllegalStateException("no");
          }
          throw new StackOverflowError();
        });
    informer.start();
    objects.put("a");
    objects.delete("b");

    informed.awaitTheSame(history);
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void isolatesAnObjectThatItsTypeCannotHoldUntilItChanges() {
    List<String> read = new CopyOnWriteArrayList<>();
    informer.addHandler(
        event -> read.add(event.object().object().getMetadata().getResourceVersion()));
    String all = String.join("", objects.initialEvents().events());
    informed
        .server()
        .behave(
            Behaviour.say(
                    all.replaceFirst("\"data\":\\{.*\\}\\}", "\"data\":7}}"),
                    ServedObjects.bookmark(105, true))
                .times(1));
    informer.start();
    Await.until("the five", () -> informed.metrics().handled.get() == 5);
    assertThat(read).containsExactlyInAnyOrder("102", "103", "104", "105");
    assertThat(informed.metrics().undecodable).hasValue(1);
    assertThat(informed.stored()).isEqualTo(objects.versions());

    objects.put("a");

    Await.until("the change", () -> read.contains("106"));
  }

  @Test
  @Tag("I28")
  void removesAHandlerWhileOthersAreAddedAndRemoved() throws Exception {
    informer.start();
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ends.add(CompletableFuture.runAsync(this::addAndRemove));
    }
    CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    History<ConfigMap> history = informed.listen();

    informed.awaitTheSame(history);
    assertThat(informed.state().handlers()).isEqualTo(1);
  }

  /** Only an event that was on its way already may reach a handler that was removed. */
  private void addAndRemove() {
    for (int n = 0; n < 50; n++) {
      AtomicBoolean removed = new AtomicBoolean();
      AtomicInteger late = new AtomicInteger();
      Informer.Registration registration =
          informer.addHandler(
              event -> {
                if (removed.get()) {
                  late.incrementAndGet();
                }
              });
      objects.put("a");
      registration.close();
      removed.set(true);
      registration.close();
      objects.put("a");
      objects.put("a");
      informed.awaitTheSame();
      assertThat(late.get()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  @Tag("I29")
  void tellsAHandlerTwiceThatWasAddedTwice() {
    List<Event<ConfigMap>> events = new CopyOnWriteArrayList<>();
    ResourceEventHandler<ConfigMap> handler = events::add;
    Informer.Registration first = informer.addHandler(handler);
    informer.addHandler(handler);
    informer.start();
    Await.until("five events twice", () -> events.size() == 10);
    first.close();
    objects.put("f");

    Await.until("another event", () -> events.size() > 10);
    informed.awaitTheSame();
    assertThat(events).hasSize(11);
  }

  @Test
  @Tag("I30")
  void takesNoHandlerAfterItsEndButLetsOneGo() {
    Informer.Registration registration = informer.addHandler(event -> {});
    informer.start();
    informer.close();

    assertThatThrownBy(() -> informer.addHandler(event -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    registration.close();
    registration.close();
  }
}
