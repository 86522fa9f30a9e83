package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a reflector does about a server that does not say what is wrong. */
class ReflectorRecoveryTest {

  @AutoClose private final MirroredServer mirrored = new MirroredServer();
  private final MisbehavingServer server = mirrored.server();

  @Test
  @Tag("I3")
  void followsOnWhenAConnectionFallsSilentThatWasHeard() {
    mirrored.startAndForget();
    server.behaveOnNextWatch(Behaviour.say(ServedObjects.bookmark(105, false)).thenSilence(server));
    mirrored.awaitRequest("watch 105");
    mirrored.objects().delete("a");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "watch 105");
  }

  @Test
  void fetchesAllAnewFromAServerThatIsSilentBecauseItHoldsOtherDataNow() {
    mirrored.startAndForget();
    server.behaveOnNextWatch(Behaviour.say("").thenSilence(server));
    mirrored.awaitRequest("watch 105");
    mirrored.objects().delete("a");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "initial");
  }

  @Test
  void fetchesAllAnewFromAServerThatEndsItsWatchesAtOnceAgainAndAgain() {
    mirrored.startAndForget();
    server.behave(Behaviour.say().on(query -> !Behaviour.isInitial(query)));
    server.cutWatches();
    mirrored.awaitRequest("initial");
    mirrored.objects().delete("a");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests())
        .containsExactly("watch 105", "watch 105", "watch 105", "initial");
  }

  @Test
  @Tag("I9")
  void triesAgainAfterAnInternalErrorAndFetchesAllAnewOnlyIfItStays() {
    mirrored.startAndForget();
    String error = ServedObjects.event("ERROR", ServedObjects.status(500, "InternalError", "no"));
    AtomicInteger errors = new AtomicInteger();
    server.behave(
        Behaviour.say(error)
            .whenever(() -> errors.getAndIncrement() != 2)
            .on(query -> !Behaviour.isInitial(query)));
    server.cutWatches();
    Await.until("a watch behind two errors", () -> errors.get() == 3);
    mirrored.objects().put("f");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).hasSize(3).containsOnly("watch 105");

    server.cutWatches();

    mirrored.awaitRequest("initial");
    assertThat(mirrored.requests().subList(3, 7))
        .containsExactly("watch 106", "watch 106", "watch 106", "initial");
  }

  @Test
  @Tag("I15")
  void fetchesAllAnewWhenAnObjectWasDeletedThatTheServerCannotRead() {
    mirrored.startAndForget();
    String error = ServedObjects.event("ERROR", ServedObjects.status(500, "StoreReadError", "no"));
    server.stopListening();
    mirrored.objects().delete("a");
    server.behave( // in place of the deletion
        Behaviour.say(error).on(query -> !Behaviour.isInitial(query)));
    server.listenAgain();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "initial");
  }

  @Test
  @Tag("I8")
  void waitsForAServerThatIsNotThereAndFetchesNothingAnew() {
    mirrored.startAndForget();
    server.stopListening();
    Await.until("a refused connection", () -> mirrored.reflector().lastError().isPresent());
    assertThat(mirrored.reflector().lastError())
        .hasValueSatisfying(error -> assertThat(error.code()).isZero());
    mirrored.objects().put("f");
    server.listenAgain();

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).hasSize(1).containsOnly("watch 105");
    assertThat(mirrored.reflector().lastError()).isEmpty();
  }
}
