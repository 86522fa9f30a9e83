package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How everything is listed where the server offers no watch that begins with everything. */
class ReflectorListTest {

  @AutoClose private final MirroredServer mirrored = new MirroredServer();
  private final MisbehavingServer server = mirrored.server();

  @BeforeEach
  void offerNoInitialEvents() {
    server.offerInitialEvents(false);
  }

  @Test
  @Tag("I1")
  @Tag("I6")
  @Tag("I13")
  void listsAnythingAtFirstAndThenWatchesFromThere() {
    mirrored.start();
    mirrored.awaitRequest("watch 105");
    mirrored.objects().put("f");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial", "list 0", "watch 105");
    assertThat(mirrored.metrics().items).hasValue(5);
  }

  @Test
  @Tag("I13")
  void listsAtOnceIfThatIsWanted() {
    server.offerInitialEvents(true);
    CacheOptions options = CacheOptions.defaults().withWatchList(false);
    try (RestClient rest = server.connect();
        Cache cache = Cache.create(rest, options)) {
      cache.informer(ConfigMap.class);
      cache.start();

      mirrored.awaitRequest("watch 105");
      assertThat(mirrored.requests()).containsExactly("list 0", "watch 105");
    }
  }

  @Test
  @Tag("I6")
  @Tag("I10")
  void listsNothingOlderThanWhatWasSeenAndWithoutPagesIfThereIsAWatchCache() {
    mirrored.startAndForgetWithList();
    mirrored.objects().put("f");
    mirrored.awaitTheSame();

    forgetHistory();

    mirrored.awaitRequest("watch 107");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 106", "list 106 whole", "watch 107");
  }

  @Test
  @Tag("I10")
  void listsInPagesForEverIfTheFirstListCameInPages() {
    server.haveWatchCache(false);
    mirrored.start();
    mirrored.awaitRequest("watch 105");
    assertThat(mirrored.requests())
        .containsExactly("initial", "list 0", "page", "page", "watch 105");
    mirrored.requests().clear();

    forgetHistory();

    mirrored.awaitRequest("watch 106");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly("watch 105", "list 105", "page", "page", "watch 106");
  }

  @Test
  @Tag("I10")
  void listsAllAtOnceIfThePagesAreForgottenMeanwhile() {
    server.haveWatchCache(false);
    server.behave(
        (exchange, query) -> {
          if (query.containsKey("continue")) {
            mirrored.objects().put("f");
            mirrored.objects().delete("a");
            mirrored.objects().forgetSnapshots();
          }
          return false;
        });
    mirrored.start();

    mirrored.awaitRequest("watch 107");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly("initial", "list 0", "page", "list 0 whole", "watch 107");
  }

  @Test
  @Tag("I5")
  void listsTheNewestIfItsVersionIsTooOldToList() {
    mirrored.startAndForgetWithList();
    server.behave(
        Behaviour.refuse(410, "Expired")
            .on(query -> !query.containsKey("watch") && query.containsKey("resourceVersion")));

    forgetHistory();

    mirrored.awaitRequest("watch 106");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly("watch 105", "list 105 whole", "list", "page", "page", "watch 106");
    assertThat(mirrored.metrics().failures).endsWith("watch Expired", "list Expired");
  }

  @Test
  @Tag("I5")
  void listsTheNewestIfItsVersionIsTooLargeForTheServer() {
    server.behave(
        mirrored
            .saysThatItWasRestored()
            .times(1)
            .on(query -> MisbehavingServer.version(query) == 105));
    mirrored.start();

    mirrored.awaitRequest("watch 106");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly(
            "initial",
            "list 0",
            "watch 105",
            "list 900 whole",
            "list",
            "page",
            "page",
            "watch 106");
    assertThat(mirrored.metrics().failures).containsExactly("watch Expired", "list Timeout");
  }

  @Test
  void readsAListAgainThatBreaksOffOrIsNone() {
    AtomicInteger lists = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          if (query.containsKey("watch")) {
            return false;
          }
          switch (lists.getAndIncrement()) {
            case 0 -> MisbehavingServer.send(exchange, 200, "<html>a proxy's page</html>");
            case 1 -> {
              MisbehavingServer.begin(exchange);
              MisbehavingServer.write(exchange, "{\"metadata\":{\"resourceVersion\":\"105\"},");
            }
            case 2 -> {
              MisbehavingServer.begin(exchange);
              server.fallSilent();
            }
            default -> {
              return false;
            }
          }
          return true;
        });
    mirrored.start();

    mirrored.awaitTheSame();
    assertThat(mirrored.metrics().failures)
        .containsExactly("list Malformed", "list Malformed", "list Unreachable");
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  void passesOverAnObjectInAListThatCannotBeReadAndTakesItWhenItChanges() {
    server.behave(
        (exchange, query) -> {
          if (query.containsKey("watch")) {
            return false;
          }
          String list = mirrored.objects().list(false);
          MisbehavingServer.send(
              exchange, 200, list.replace("\"name\":\"c\"", "\"name\":{\"no\":\"string\"}"));
          return true;
        });
    mirrored.start();
    Await.until("the rest", () -> mirrored.stored().size() == 4);
    assertThat(mirrored.stored()).containsOnlyKeys("a", "b", "d", "e");
    assertThat(mirrored.metrics().undecodable).hasValue(1);

    mirrored.objects().put("c");

    mirrored.awaitTheSame();
  }

  /** Makes the version that is watched from too old. */
  private void forgetHistory() {
    server.stopListening();
    mirrored.objects().put("a");
    mirrored.objects().compact();
    server.listenAgain();
  }
}
