package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch that begins with everything there is, and what a server can do to it. */
@Tag("I13")
class ReflectorInitialWatchTest {

  @AutoClose private final MirroredServer mirrored = new MirroredServer();
  private final MisbehavingServer server = mirrored.server();

  @Test
  @Tag("I1")
  void fetchesAllByOneWatchAndFollowsFromThere() {
    mirrored.start();

    mirrored.objects().put("f");
    mirrored.objects().put("a");
    mirrored.objects().delete("b");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial");
    assertThat(mirrored.replaced()).isEqualTo(1);
    assertThat(mirrored.metrics().lists).hasValue(1);
  }

  @Test
  void listsIfTheWatchEndsThreeTimesBeforeItSaysWhereTheBeginningEnds() {
    server.behave(
        Behaviour.say(history(), ServedObjects.bookmark(900, false)).on(Behaviour::isInitial));
    mirrored.start();

    mirrored.awaitRequest("watch 105");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly("initial", "initial", "initial", "list 0", "watch 105");
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  void listsAtOnceIfTheWatchFallsSilentInItsBeginning() {
    server.behave(Behaviour.say(history()).thenSilence(server).on(Behaviour::isInitial));
    mirrored.start();

    mirrored.awaitRequest("watch 105");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial", "list 0", "watch 105");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 422, 500, 501, 502, 503})
  void listsAtOnceWhateverTheServerHasAgainstSuchAWatch(int code) {
    server.behave(Behaviour.refuse(code, "Odd").on(Behaviour::isInitial));
    mirrored.start();

    mirrored.awaitRequest("watch 105");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial", "list 0", "watch 105");
    assertThat(mirrored.reflector().lastError()).isEmpty();
  }

  static Stream<String> whatIsNoBeginningOfAWatch() {
    String bookmark = ServedObjects.bookmark(900, true);
    return Stream.of(
        "<html>a page of a proxy</html>",
        "{}",
        ServedObjects.status(500, "InternalError", "no"),
        ServedObjects.event("ERROR", ServedObjects.status(500, "InternalError", "no")),
        bookmark.replace("\"ConfigMap\"", "\"Secret\""), // of no Secrets
        bookmark.replace("\"v1\"", "\"other/v1\""),
        bookmark.replace("\"kind\":\"ConfigMap\",", ""),
        ServedObjects.event("ADDED", ServedObjects.object("x", "u", 1)).replace("}\n", "\n")
            + bookmark,
        ServedObjects.event("ADDED", ServedObjects.object("x", "u", 1))
                .replace("ConfigMap", "Secret")
            + bookmark,
        ServedObjects.event("ADDED", ServedObjects.object("x", "u", 1))
                .replace("\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",", "")
            + bookmark);
  }

  @ParameterizedTest
  @MethodSource("whatIsNoBeginningOfAWatch")
  void listsAtOnceIfWhatComesIsNotWhatWasAskedFor(String answer) {
    server.behave(Behaviour.say(answer).thenSilence(server).on(Behaviour::isInitial));
    mirrored.start();

    mirrored.awaitRequest("watch 105");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial", "list 0", "watch 105");
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  void triesSuchAWatchFirstAgainBeforeTheNextFetch() {
    server.behave(Behaviour.refuse(500, "InternalError").times(1));
    mirrored.start();
    mirrored.awaitRequest("watch 105");
    mirrored.requests().clear();

    forgetHistory();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "initial 105");
  }

  @Test
  void asksForSuchAWatchFirstEachTimeAfterAServerThatWasAway() {
    server.behave(Behaviour.refuse(503, "ServiceUnavailable").times(4));
    mirrored.start();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly("initial", "list 0", "initial", "list 0", "initial");
    assertThat(mirrored.metrics().failures)
        .containsExactly(
            "watch ServiceUnavailable",
            "list ServiceUnavailable",
            "watch ServiceUnavailable",
            "list ServiceUnavailable");
  }

  @Test
  @Tag("I7")
  void listsIfTheServerSaysThreeTimesThatItHasTooMuchToDo() {
    server.behave(Behaviour.refuse(429, "TooManyRequests").on(Behaviour::isInitial));
    mirrored.start();

    mirrored.awaitRequest("watch 105");
    assertThat(mirrored.requests())
        .containsExactly("initial", "initial", "initial", "list 0", "watch 105");
  }

  @Test
  void triesAgainIfTheConnectionBreaksBeforeItIsListed() {
    server.behave(Behaviour.say(history()).thenCut().times(2).on(Behaviour::isInitial));
    mirrored.start();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial", "initial", "initial");
  }

  /** An API server may have nothing to say for a minute once it has told of all there is. */
  @Test
  void outlastsMoreSilenceOnceAllIsThere() {
    Duration initialSilence = Duration.ofSeconds(2);
    ReflectorOptions patient = MirroredServer.HASTY.withIdle(Duration.ofSeconds(30));
    Waits waits = Waits.REAL.withInitialSilence(initialSilence);
    try (MirroredServer other = new MirroredServer(patient, waits)) {
      other.startAndForget();
      other.server().fallSilent(initialSilence.plusSeconds(1));
      other.objects().put("f");

      other.awaitTheSame();
      assertThat(other.requests()).isEmpty();
      assertThat(other.replaced()).isEqualTo(1);
    }
  }

  @Test
  void takesChangesAndDeletionsBeforeTheBeginningHasEnded() {
    mirrored.objects().put("a");
    mirrored.objects().delete("b");
    server.behave(
        Behaviour.say(history(), ServedObjects.bookmark(107, true)).on(Behaviour::isInitial));
    mirrored.start();
    mirrored.awaitRequest("watch 107");
    mirrored.objects().put("g");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("initial", "watch 107");
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  @Tag("I4")
  @Tag("I6")
  void fetchesNothingOlderThanWhatItHasWhenItsVersionIsTooOldToWatch() {
    mirrored.startAndForget();

    forgetHistory();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "initial 105");
    assertThat(mirrored.replaced()).isEqualTo(2);
  }

  @Test
  @Tag("I5")
  void fetchesTheNewestIfItsVersionIsTooLargeForTheServer() {
    mirrored.startAndForget();
    server.behaveOnNextWatch(mirrored.saysThatItWasRestored());

    mirrored.awaitRequest("initial");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "initial 900", "initial");
  }

  /** Makes the version that is watched from too old. */
  private void forgetHistory() {
    server.stopListening();
    mirrored.objects().put("f");
    mirrored.objects().delete("a");
    mirrored.objects().compact();
    server.listenAgain();
  }

  private String history() {
    return String.join("", mirrored.objects().eventsAfter(0).events());
  }
}
