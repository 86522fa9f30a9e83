package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are good by their status, and not what was asked for: nothing follows from them. */
class ReflectorAnswersTest {

  @AutoClose private final MirroredServer mirrored = new MirroredServer();
  private final MisbehavingServer server = mirrored.server();

  static Stream<String> whatIsNoListOfConfigMaps() {
    String list = "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":%s,\"items\":%s}";
    String version = "{\"resourceVersion\":\"900\"}";
    String good = list.formatted(version, "[]");
    return Stream.of(
        "",
        "{}",
        "[]",
        "null",
        "<html>a page of a proxy</html>",
        ServedObjects.status(200, "", "ok"),
        ServedObjects.status(410, "Expired", "too old"),
        good.replace("ConfigMapList", "SecretList"),
        good.replace("ConfigMapList", "ConfigMap"),
        good.replace("\"v1\"", "\"v2\""),
        good.replace("\"kind\":\"ConfigMapList\",", ""),
        good.replace("\"apiVersion\":\"v1\",", ""),
        good.replace("ConfigMapList", "PartialObjectMetadataList").replace("v1", "meta.k8s.io/v1"),
        good.replace("ConfigMapList", "Table").replace("v1", "meta.k8s.io/v1"),
        good.replace(",\"items\":[]", ""),
        good.replace("[]", "{}"),
        good.substring(0, good.length() - 1),
        good + good,
        list.formatted("{}", "[]"),
        list.formatted("{\"resourceVersion\":\"\"}", "[]"),
        list.formatted("null", "[]"),
        list.formatted(version, "[null]"),
        list.formatted(version, "[\"a\",\"b\"]"),
        list.formatted(version, "[[{}]]"),
        list.formatted(version, "[{},{}]"),
        list.formatted(version, "[{\"metadata\":{\"name\":\"a\"}]]"),
        list.formatted(
            version, "[" + ServedObjects.object("a", "u", 1).replace("ConfigMap", "Secret") + "]"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNoListOfConfigMaps")
  void tellsOfNoDeletionsForAnAnswerThatIsNoListOfTheKind(String answer) {
    server.offerInitialEvents(false);
    mirrored.startAndForgetWithList();
    Map<String, Integer> before = mirrored.stored();
    boolean[] bad = {true};
    server.behave(
        (exchange, query) -> {
          boolean isBad = bad[0] && !query.containsKey("watch");
          if (isBad) {
            MisbehavingServer.send(exchange, 200, answer);
          }
          return isBad;
        });

    forgetHistory();

    List<String> failures = mirrored.metrics().failures;
    Await.until(
        "three lists", () -> failures.stream().filter("list Malformed"::equals).count() >= 3);
    assertThat(mirrored.replaced()).isEqualTo(1);
    assertThat(mirrored.stored()).isEqualTo(before);
    assertThat(mirrored.reflector().lastError().orElseThrow().getMessage())
        .startsWith("cannot list configmaps: ");
    bad[0] = false;
    mirrored.awaitTheSame();
    assertThat(mirrored.replaced()).isEqualTo(2);
  }

  static Stream<String> whatIsNoPageOfConfigMaps() {
    return whatIsNoListOfConfigMaps().filter(answer -> !answer.contains("[{},{}]"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNoPageOfConfigMaps")
  void takesNoPageThatIsNoListOfTheKind(String answer) {
    server.offerInitialEvents(false);
    server.haveWatchCache(false);
    int[] pages = {0};
    server.behave(
        (exchange, query) -> {
          boolean isBad = query.containsKey("continue") && pages[0]++ == 1;
          if (isBad) {
            MisbehavingServer.send(exchange, 200, answer);
          }
          return isBad;
        });
    mirrored.start();

    mirrored.awaitRequest("watch 105");
    assertThat(mirrored.replaced()).isEqualTo(1);
    assertThat(mirrored.stored()).isEqualTo(mirrored.objects().versions());
    assertThat(mirrored.metrics().failures).containsExactly("list Malformed");
  }

  static Stream<String> whatBreaksAWatch() {
    String event = ServedObjects.event("ADDED", ServedObjects.object("x", "u", 900));
    return Stream.of(
        "<html>a page of a proxy</html>",
        "garbage",
        "]",
        "}",
        event.replace("}\n", "]\n"),
        event.replace("}\n", "\n") + event,
        event.replace("\"data\":{", "\"data\":[") + event,
        event.replace("\"name\":\"x\"", "\"name\":\"x") + event,
        "{},{}",
        "{\"type\":\"ADDED\",\"object\":" + "[".repeat(20_000),
        "{\"type\":\"ADDED\",\"object\":{\"x\":\"" + "y".repeat(17 << 20));
  }

  @ParameterizedTest
  @MethodSource("whatBreaksAWatch")
  void givesAWatchUpInWhichNothingCanBeToldApartAnyMoreAndFollowsOn(String broken) {
    mirrored.startAndForget();
    server.stopListening();
    mirrored.objects().put("f");
    String change = mirrored.objects().changesAfter(105).get(0).event();
    String bookmark = ServedObjects.bookmark(106, false);
    server.behave(
        Behaviour.say(change, bookmark, broken, bookmark.repeat(3)).thenSilence(server).times(1));
    server.listenAgain();

    mirrored.awaitRequest("watch 106");
    mirrored.objects().put("g");
    mirrored.awaitTheSame();
    assertThat(mirrored.metrics().failures).contains("watch Malformed");
    assertThat(mirrored.requests()).doesNotContain("initial", "initial 105", "initial 106");
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  void fetchesAllAnewIfTheNextEventNeverBecomesOne() {
    mirrored.startAndForget();
    server.behave(Behaviour.say("{\"type\":]").on(query -> !Behaviour.isInitial(query)));
    server.cutWatches();
    mirrored.awaitRequest("initial");

    assertThat(mirrored.requests()).startsWith("watch 105", "watch 105", "watch 105", "initial");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesNothingOfAnotherNamespace(boolean offersInitialEvents) {
    server.offerInitialEvents(offersInitialEvents);
    String foreign =
        ServedObjects.object("x", "u", 900)
            .replace("\"namespace\":\"ns\"", "\"namespace\":\"victim\"");
    int[] asked = {0};
    server.behave(
        (exchange, query) -> {
          if (asked[0]++ > 2) {
            return false;
          }
          if (query.containsKey("watch")) {
            MisbehavingServer.begin(exchange);
            MisbehavingServer.write(exchange, ServedObjects.event("ADDED", foreign));
            MisbehavingServer.write(exchange, ServedObjects.bookmark(900, true));
          } else {
            String list = mirrored.objects().list(false);
            MisbehavingServer.send(
                exchange, 200, list.replace("\"items\":[", "\"items\":[" + foreign + ","));
          }
          return true;
        });
    try (Reflector ofNamespace = mirrored.reflectorOfNamespace()) {
      ofNamespace.start();

      mirrored.awaitTheSame();
      assertThat(mirrored.replaced()).isEqualTo(1);
      mirrored.objects().put("f");
      server.behaveOnNextWatch(
          Behaviour.say(
              ServedObjects.event("ADDED", foreign),
              ServedObjects.event("DELETED", foreign.replace("\"x\"", "\"a\""))));
      Await.until("two events", () -> mirrored.metrics().undecodable.get() == 2);
      mirrored.awaitTheSame();
      assertThat(mirrored.replaced()).isEqualTo(1);
    }
  }

  @Test
  @Tag("I14")
  void passesOverEventsThatDoNotNameTheirKind() {
    mirrored.startAndForget();
    mirrored.objects().put("f");
    List<String> kinds = List.of("\"kind\":\"ConfigMap\",", "\"apiVersion\":\"v1\",");
    server.behaveOnNextWatch(
        Behaviour.say(
            ServedObjects.event(
                "DELETED", ServedObjects.object("a", "u", 900).replace(kinds.get(0), "")),
            ServedObjects.event(
                "DELETED", ServedObjects.object("a", "u", 900).replace(kinds.get(1), "")),
            ServedObjects.bookmark(900, false).replace(kinds.get(0), "")));

    Await.until("three events", () -> mirrored.metrics().undecodable.get() == 3);
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).doesNotContain("watch 900");
  }

  /** Makes the version that is watched from too old. */
  private void forgetHistory() {
    server.stopListening();
    mirrored.objects().put("a");
    mirrored.objects().compact();
    server.listenAgain();
  }
}
