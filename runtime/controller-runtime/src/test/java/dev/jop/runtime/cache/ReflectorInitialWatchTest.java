package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

  @Test
  void asksForSuchAWatchAgainAfterAServerThatWasAway() {
    server.behave(Behaviour.refuse(503, "ServiceUnavailable").times(5));
    mirrored.start();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).hasSize(6).containsOnly("initial");
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
    server.stopListening();
    mirrored.objects().put("f");
    mirrored.objects().delete("a");
    mirrored.objects().compact();
    server.listenAgain();

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

  private String history() {
    return String.join("", mirrored.objects().eventsAfter(0).events());
  }
}
