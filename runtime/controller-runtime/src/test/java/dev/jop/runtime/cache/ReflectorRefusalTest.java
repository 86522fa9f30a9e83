package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.testing.Await;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that refuses: each refusal is counted, and all is as before when it ends. */
class ReflectorRefusalTest {

  @AutoClose private final MirroredServer mirrored = new MirroredServer();
  private final MisbehavingServer server = mirrored.server();

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequests",
    "500, InternalError",
    "502, 502",
    "503, ServiceUnavailable",
    "504, Timeout",
    "404, NotFound",
    "403, Forbidden",
    "401, Unauthorized"
  })
  @Tag("I7")
  void triesAgainWhateverTheServerAnswersAndDoesNotFetchAnewForIt(int code, String reason) {
    mirrored.startAndForget();
    server.behave(Behaviour.refuse(code, "Odd").times(5));
    server.cutWatches();
    Await.until("five refusals", () -> mirrored.requests().size() > 5);
    mirrored.objects().put("f");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).isNotEmpty().allMatch("watch 105"::equals);
    assertThat(mirrored.replaced()).isEqualTo(1);
    assertThat(mirrored.reflector().lastError()).isEmpty();
    assertThat(mirrored.metrics().failures).hasSize(5).containsOnly("watch " + reason);
  }

  @Test
  @Tag("I7")
  void doesNotFetchAnewWhenAWatchIsEndedForTooManyRequests() {
    mirrored.startAndForget();
    String error = ServedObjects.event("ERROR", ServedObjects.status(429, "TooManyRequests", "no"));
    server.behave(Behaviour.say(error).times(5));
    server.cutWatches();
    Await.until("five refusals", () -> mirrored.requests().size() > 5);
    mirrored.objects().put("f");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).isNotEmpty().allMatch("watch 105"::equals);
  }

  @Test
  void waitsAsLongAsTheServerSays() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger early = new AtomicInteger();
    long[] refusedAt = new long[1];
    server.behave(
        (exchange, query) -> {
          if (asked.getAndIncrement() == 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            MisbehavingServer.refuse(exchange, 429, "TooManyRequests");
            refusedAt[0] = System.nanoTime();
            return true;
          }
          if (System.nanoTime() - refusedAt[0] < 900_000_000L) {
            early.incrementAndGet();
          }
          return false;
        });
    mirrored.start();

    mirrored.awaitTheSame();
    assertThat(asked).hasValue(2);
    assertThat(early).hasValue(0);
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
        Reflector other = mirrored.reflector(failing)) {
      other.start();

      mirrored.awaitTheSame();
    }
  }

  @Test
  void takesNewCredentialsWhenTheOldOnesHaveExpired() {
    String[] token = {"old"};
    Behaviour refuse = Behaviour.refuse(401, "Unauthorized");
    server.behave(
        (exchange, query) ->
            !"Bearer new".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && refuse.answer(exchange, query));
    try (RestClient client = server.connect(() -> token[0]);
        Reflector other = mirrored.reflector(client)) {
      other.start();
      Await.until("the refusal", () -> other.lastError().isPresent());
      assertThat(other.lastError())
          .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(401));

      token[0] = "new";

      mirrored.awaitTheSame();
      assertThat(other.lastError()).isEmpty();
    }
  }
}
