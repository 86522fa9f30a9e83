package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What handlers are told of what happened while no watch ran, or a bad one. */
class InformerDisruptionTest {

  @AutoClose private final InformedServer informed = new InformedServer();
  private final ServedObjects objects = informed.objects();
  private final MisbehavingServer server = informed.server();

  @Test
  @Tag("I17")
  @Tag("I18")
  void tellsOfUnseenDeletionsBeforeAllElseThatAListBrings() {
    History<ConfigMap> history = informed.startAndListen();
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
    History<ConfigMap> history = informed.startAndListen();
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
    History<ConfigMap> history = informed.startAndListen();
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
    History<ConfigMap> history = informed.startAndListen();
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
    History<ConfigMap> history = informed.startAndListen();
    objects.put("a");
    objects.put("a");
    informed.awaitTheSame(history);
    String replayed = String.join("", objects.eventsAfter(0).events());
    server.behaveOnNextWatch(Behaviour.say(replayed + ServedObjects.bookmark(107, false)));
    objects.put("last");

    informed.awaitTheSame(history);
    assertThat(history.events().subList(5, history.events().size()))
        .containsExactly("update a 106", "update a 107", "create last 108");
  }

  @Test
  void takesTheNewestStateOfAnObjectWhenEventsComeInTheWrongOrder() {
    History<ConfigMap> history = informed.startAndListen();
    server.stopListening();
    objects.put("a");
    objects.put("b");
    objects.put("a");
    List<ServedObjects.Change> changes = objects.changesAfter(105);
    server.behaveOnNextWatch(
        Behaviour.say(
            changes.get(2).event(),
            changes.get(1).event(),
            changes.get(0).event(),
            ServedObjects.bookmark(108, false)));
    server.listenAgain();
    objects.put("last");

    informed.awaitTheSame(history);
    assertThat(history.events())
        .endsWith("update a 108", "update b 107", "create last 109")
        .hasSize(8);
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void takesNoDeletionOfAnObjectForThatOfTheOneThatCameAfterIt() {
    History<ConfigMap> history = informed.startAndListen();
    objects.delete("a");
    objects.put("a");
    informed.awaitTheSame(history);
    String deletion = objects.changesAfter(105).get(0).event();
    server.behaveOnNextWatch(Behaviour.say(deletion + ServedObjects.bookmark(107, false)));
    objects.put("last");

    informed.awaitTheSame(history);
    assertThat(history.events()).endsWith("delete a 106", "create a 107", "create last 108");
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void tellsOfTheEndOfTheObjectThatIsKnownWhenItIsAnotherThatWent() {
    History<ConfigMap> history = informed.startAndListen();
    server.stopListening();
    objects.delete("a");
    objects.put("a");
    objects.delete("a");
    String lastDeletion = objects.changesAfter(107).get(0).event();
    server.behaveOnNextWatch(Behaviour.say(lastDeletion));
    server.listenAgain();

    informed.awaitTheSame(history);
    assertThat(history.events()).hasSize(6).endsWith("lost a 101");
    assertThat(history.violations()).isEmpty();
  }
}
