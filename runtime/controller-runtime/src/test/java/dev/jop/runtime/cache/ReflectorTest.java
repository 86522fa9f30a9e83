package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reflector against a server that misbehaves: in the end it holds what the server holds. */
class ReflectorTest {

  private static final ReflectorOptions OPTIONS =
      ReflectorOptions.defaults()
          .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(4)))
          .withIdle(Duration.ofSeconds(1));

  private final MisbehavingServer server = new MisbehavingServer();
  private final RestClient rest = server.connect();
  private final Mirror mirror = new Mirror();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Reflector reflector =
      new Reflector(
          ListWatch.of(rest, ResourceType.of(ConfigMap.class)),
          mirror,
          new ObjectParser(),
          OPTIONS);

  @BeforeEach
  void fill() {
    List.of("a", "b", "c", "d", "e").forEach(server::put);
  }

  @AfterEach
  void close() {
    reflector.close();
    rest.close();
    server.close();
  }

  @Test
  @Tag("I1")
  @Tag("I13")
  void fetchesAllByOneWatchAndFollowsFromThere() {
    server.behave(this::note);
    start();

    server.put("f");
    server.put("a");
    server.delete("b");

    awaitTheSame();
    assertThat(requests).containsExactly("initial");
    assertThat(mirror.replaced).hasValue(1);
  }

  @Test
  @Tag("I10")
  @Tag("I13")
  void fetchesAllByPagesWhereTheServerOffersNoSuchWatch() {
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          if (query.containsKey("sendInitialEvents")) {
            MisbehavingServer.send(exchange, 422, MisbehavingServer.status(422, "Invalid"));
            return true;
          }
          return false;
        });
    start();
    Await.until("the watch behind the list", () -> requests.contains("watch"));
    server.put("f");

    awaitTheSame();
    assertThat(requests).containsExactly("initial", "list", "list", "list", "watch");
  }

  @Test
  @Tag("I13")
  void fetchesAllByPagesIfTheWatchNeverSaysWhereTheBeginningEnds() {
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          if (query.containsKey("sendInitialEvents")) {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, server.history(0) + MisbehavingServer.bookmark(900, false));
            return true;
          }
          return false;
        });
    start();

    Await.until("the watch behind the list", () -> requests.contains("watch"));
    awaitTheSame();
    assertThat(requests).startsWith("initial", "initial", "initial", "list").endsWith("watch");
    assertThat(mirror.replaced).hasValue(1);
  }

  @Test
  @Tag("I13")
  void takesChangesAndDeletionsBeforeTheBeginningHasEnded() {
    server.put("a");
    server.delete("b");
    server.behave(
        (exchange, query) -> {
          if (query.containsKey("sendInitialEvents")) {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, server.history(0) + MisbehavingServer.bookmark(107, true));
            return true;
          }
          return false;
        });
    start();
    server.put("g");

    awaitTheSame();
    assertThat(mirror.replaced).hasValue(1);
  }

  @Test
  @Tag("I3")
  void followsOnFromWhereAWatchWasCutAtAnyByte() {
    start();
    awaitTheSame();
    String whole = MisbehavingServer.event("ADDED", MisbehavingServer.object("x", 999));
    int bytes = whole.getBytes(StandardCharsets.UTF_8).length;
    AtomicInteger cut = new AtomicInteger(1);
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          int length = cut.getAndIncrement();
          if (length >= bytes) {
            return false;
          }
          if (length == 1) {
            server.put("y");
          }
          byte[] events = server.history(version(query)).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(events, 0, Math.min(length, events.length));
          exchange.getResponseBody().flush();
          return true; // and the connection is closed
        });
    server.cutWatches();

    Await.until("a cut at every byte", () -> cut.get() > bytes);
    server.delete("a");
    awaitTheSame();
    assertThat(requests).allMatch("watch"::equals);
    assertThat(mirror.replaced).hasValue(1);
  }

  @Test
  @Tag("I4")
  void fetchesAllAnewWhenItsVersionIsTooOld() {
    AtomicInteger watches = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          if (query.containsKey("sendInitialEvents") && watches.getAndIncrement() == 0) {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, server.history(0) + MisbehavingServer.bookmark(105, true));
            server.put("f");
            server.delete("a");
            server.compact();
            return true;
          }
          return false;
        });
    start();

    Await.until("the second fetch", () -> mirror.replaced.get() == 2);
    awaitTheSame();
    assertThat(requests).containsExactly("initial", "watch", "initial");
    assertThat(mirror.replaced).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 504, 404, 403, 401})
  @Tag("I7")
  void triesAgainWhateverTheServerAnswersAndDoesNotFetchAnewForIt(int code) {
    start();
    awaitTheSame();
    AtomicInteger refused = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          int number = refused.getAndIncrement();
          if (number < 5) {
            MisbehavingServer.send(exchange, code, MisbehavingServer.status(code, "Odd"));
            return true;
          }
          return false;
        });
    server.cutWatches();
    Await.until("five refusals", () -> refused.get() > 5);
    server.put("f");

    awaitTheSame();
    assertThat(requests).isNotEmpty().allMatch("watch"::equals);
    assertThat(mirror.replaced).hasValue(1);
    assertThat(reflector.lastError()).isEmpty();
  }

  @Test
  void takesADripOfBytesAndDuplicates() {
    start();
    awaitTheSame();
    AtomicInteger watches = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          if (watches.getAndIncrement() > 0) {
            return false;
          }
          server.put("g");
          exchange.sendResponseHeaders(200, 0);
          String events = server.history(version(query));
          for (byte b : (events + events).getBytes(StandardCharsets.UTF_8)) {
            exchange.getResponseBody().write(b);
            exchange.getResponseBody().flush();
          }
          return true;
        });
    server.cutWatches();

    Await.until("the drip to end", () -> watches.get() > 1);
    awaitTheSame();
  }

  @Test
  void passesOverAnObjectThatCannotBeReadAndTakesTheRest() {
    start();
    awaitTheSame();
    AtomicInteger watches = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          if (watches.getAndIncrement() > 0) {
            return false;
          }
          server.put("f");
          exchange.sendResponseHeaders(200, 0);
          write(exchange, MisbehavingServer.event("ADDED", "{\"metadata\":{}}"));
          write(exchange, "{\"type\":\"ODD\",\"object\":{\"metadata\":{\"name\":\"x\"}}}");
          write(exchange, server.history(version(query)));
          return true;
        });
    server.cutWatches();

    Await.until("the bad watch to end", () -> watches.get() > 1);
    awaitTheSame();
    assertThat(mirror.replaced).hasValue(1);
  }

  @Test
  void fetchesAllAnewFromAServerThatIsSilentBecauseItHoldsOtherDataNow() {
    start();
    awaitTheSame();
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          if (query.containsKey("sendInitialEvents")) {
            return false;
          }
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush();
          return silence();
        });
    server.cutWatches();
    Await.until("a watch that hears nothing", () -> requests.contains("watch"));
    server.delete("a");

    awaitTheSame();
    assertThat(requests).containsExactly("watch", "initial");
  }

  @Test
  @Tag("I3")
  void followsOnWhenAConnectionFallsSilentThatWasHeard() {
    start();
    awaitTheSame();
    AtomicInteger watches = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          note(exchange, query);
          if (watches.getAndIncrement() > 0) {
            return false;
          }
          exchange.sendResponseHeaders(200, 0);
          write(exchange, MisbehavingServer.bookmark(version(query), false));
          return silence();
        });
    server.cutWatches();
    Await.until("the silent watch", () -> requests.contains("watch"));
    server.delete("a");

    awaitTheSame();
    assertThat(requests).containsExactly("watch", "watch");
  }

  @Test
  void outlivesCredentialsThatCannotBeHad() {
    AtomicInteger asked = new AtomicInteger();
    try (RestClient failing =
            server.connect(
                () -> {
                  if (asked.getAndIncrement() < 3) {
                    throw new IllegalStateException("no token");
                  }
                  return "token";
                });
        Reflector other =
            new Reflector(
                ListWatch.of(failing, ResourceType.of(ConfigMap.class)),
                mirror,
                new ObjectParser(),
                OPTIONS)) {
      other.start();

      awaitTheSame();
    }
  }

  @Test
  @Tag("I16")
  void endsAtOnceWhileItWatches() {
    start();
    awaitTheSame();

    reflector.close();
    server.put("late");

    assertThat(mirror.versions).doesNotContainKey("late");
  }

  private void start() {
    reflector.start();
  }

  private void awaitTheSame() {
    Await.until(
        "the mirror to hold " + server.objects(), () -> mirror.versions.equals(server.objects()));
  }

  private boolean note(HttpExchange exchange, Map<String, String> query) {
    requests.add(
        query.containsKey("sendInitialEvents")
            ? "initial"
            : query.containsKey("watch") ? "watch" : "list");
    return false;
  }

  /** Holds a connection open and says nothing, until the server ends. */
  private static boolean silence() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private static int version(Map<String, String> query) {
    return Integer.parseInt(query.get("resourceVersion"));
  }

  private static void write(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  /** Keeps names and versions. */
  private static final class Mirror implements ReflectorStore {

    private final AtomicInteger replaced = new AtomicInteger();
    private volatile Map<String, Integer> versions = Map.of();

    @Override
    public void replace(Collection<StoredObject> objects, String resourceVersion) {
      Map<String, Integer> all = new TreeMap<>();
      objects.forEach(object -> all.put(object.key().name(), version(object)));
      versions = all;
      replaced.incrementAndGet();
    }

    @Override
    public void put(StoredObject object) {
      Map<String, Integer> all = new TreeMap<>(versions);
      all.put(object.key().name(), version(object));
      versions = all;
    }

    @Override
    public void delete(StoredObject object) {
      Map<String, Integer> all = new TreeMap<>(versions);
      all.remove(object.key().name());
      versions = all;
    }

    @Override
    public void bookmark(String resourceVersion) {}

    private static int version(StoredObject object) {
      return Integer.parseInt(object.resourceVersion());
    }
  }
}
