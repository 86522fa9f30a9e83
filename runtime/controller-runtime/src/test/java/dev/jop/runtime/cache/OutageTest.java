package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTest {

  private final ApiException forbidden =
      new ApiException("cannot watch gadgets: no right", 403, "Forbidden");
  private final ApiException notFound =
      new ApiException("cannot list gadgets: no such path", 404, "NotFound");

  private final RestClient rest = RestClient.create(ClientConfigs.nowhere());
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // soon wraps around
  private final Outage outage =
      new Outage(ListWatch.of(rest, ResourceType.of(Gadget.class)), now::get);

  @AfterEach
  void close() {
    rest.close();
  }

  @Test
  void reportsAFailureAtOnceAndThenEveryFiveMinutes() {
    assertThat(outage.failed(forbidden)).isPresent();
    for (int i = 0; i < 29; i++) {
      pass(Duration.ofSeconds(10));
      assertThat(outage.failed(forbidden)).isEmpty();
    }
    pass(Duration.ofSeconds(10));

    assertThat(outage.failed(forbidden))
        .hasValueSatisfying(report -> assertThat(report).contains("31 tries failed in 300 s"));
  }

  @Test
  void reportsAFailureOfAnotherKindAtOnce() {
    assertThat(outage.failed(forbidden)).isPresent();
    assertThat(outage.failed(notFound)).isPresent();
    assertThat(outage.failed(forbidden)).isEmpty();
    assertThat(outage.failed(notFound)).isEmpty();
  }

  @Test
  void reportsTheEndOnceAndOnlyIfItReportedTheBeginning() {
    assertThat(outage.end()).isEmpty();
    outage.failed(forbidden);
    outage.failed(forbidden);
    pass(Duration.ofSeconds(90));

    assertThat(outage.end())
        .hasValueSatisfying(report -> assertThat(report).contains("after 2 failed tries in 90 s"));
    assertThat(outage.end()).isEmpty();
    assertThat(outage.failed(forbidden)).as("comes and goes within five minutes").isEmpty();
    assertThat(outage.end()).isEmpty();
  }

  @Test
  void reportsASecondOutageWithinFiveMinutesWhenItHasLastedForTenSeconds() {
    assertThat(outage.failed(forbidden)).isPresent();
    assertThat(outage.accepted()).isPresent();
    pass(Duration.ofSeconds(60));

    assertThat(outage.failed(forbidden)).isEmpty();
    pass(Duration.ofMillis(9_999));
    assertThat(outage.failed(forbidden)).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(outage.failed(forbidden))
        .hasValueSatisfying(report -> assertThat(report).contains("3 tries failed in 10 s"));
    assertThat(outage.failed(forbidden)).isEmpty();
    pass(Duration.ofMinutes(5));
    assertThat(outage.failed(forbidden)).isPresent();

    assertThat(outage.accepted())
        .hasValueSatisfying(report -> assertThat(report).contains("in touch", "after 5 failed"));
  }

  /** Each second a watch is accepted and cut: the cache gets nothing, and the log says so. */
  @Test
  void doesNotTakeWatchesThatAreCutAtOnceForTheEnd() {
    List<String> log = new ArrayList<>();
    for (int second = 0; second < 600; second++) {
      outage.failed(forbidden).ifPresent(report -> log.add("stale"));
      pass(Duration.ofMillis(100));
      outage.accepted().ifPresent(report -> log.add("in touch"));
      assertThat(outage.lastError()).isEmpty();
      pass(Duration.ofMillis(900));
    }
    assertThat(log).containsExactly("stale", "in touch", "stale", "stale");

    outage.end().ifPresent(report -> log.add("in touch"));
    assertThat(log).endsWith("stale", "in touch");
    assertThat(outage.end()).isEmpty();
  }

  @Test
  void saysThatTheCacheIsStaleAndThatAnEndlessWaitIsCut() {
    ApiException busy = new Busy();
    assertThat(outage.failed(new ApiException("no", 429, "")).orElseThrow())
        .endsWith("Trying again. The cache is stale until then");

    assertThat(outage.failed(busy).orElseThrow())
        .contains("Trying again in 60 s, and not in 99999 s as the server asks.");
    assertThat(outage.failed(busy)).isEmpty();
  }

  @Test
  void knowsTheLastFailureAsLongAsItLasts() {
    assertThat(outage.lastError()).isEmpty();
    outage.failed(forbidden);
    outage.failed(notFound);
    assertThat(outage.lastError()).contains(notFound);
    outage.end();
    assertThat(outage.lastError()).isEmpty();
  }

  @Test
  void namesTheKindTheVerbAndTheRemedy() {
    assertThat(outage.failed(forbidden).orElseThrow())
        .contains("test.jop.dev/v1 Gadget", "cannot watch gadgets")
        .contains(
            "@Rbac(groups = \"test.jop.dev\", resources = \"gadgets\", verbs = {GET, LIST, WATCH})");
    assertThat(outage.failed(notFound).orElseThrow())
        .contains("test.jop.dev/v1 Gadget", "cannot list gadgets")
        .contains("Install the CRD of Gadget.test.jop.dev", "serve v1", "kept");
    assertThat(
            outage
                .failed(new ApiException("cannot watch gadgets: who", 401, "Unauthorized"))
                .orElseThrow())
        .contains("credentials have expired");
    assertThat(
            outage
                .failed(new ApiException("cannot watch gadgets", new IllegalStateException()))
                .orElseThrow())
        .contains("Is the API server there");
  }

  /** Asks to wait for 28 hours. */
  private static final class Busy extends ApiException {

    private static final long serialVersionUID = 1L;

    Busy() {
      super("busy", 429, "TooManyRequests");
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(99_999);
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
