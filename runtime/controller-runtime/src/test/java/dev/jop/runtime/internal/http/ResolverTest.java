package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResolverTest {

  private static final TimeLimit LONG = TimeLimit.of(Duration.ofSeconds(30));

  private final CountDownLatch found = new CountDownLatch(1);
  private final AtomicInteger lookups = new AtomicInteger();

  private List<InetAddress> slowly(String host) {
    lookups.incrementAndGet();
    try {
      found.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return List.of(InetAddress.getLoopbackAddress());
  }

  @Test
  void waitsNoLongerThanTheLimitAndLooksUpOnceForAll() throws Exception {
    Resolver resolver = new Resolver("slow.example.com", this::slowly);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> resolver.resolve(TimeLimit.of(Duration.ofMillis(50))))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("no answer within 50 ms")
          .hasRootCauseInstanceOf(TimeoutException.class);
    }
    found.countDown();

    assertThat(resolver.resolve(LONG)).containsExactly(InetAddress.getLoopbackAddress());
    assertThat(lookups).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void endsTheWaitOfAThreadThatIsInterrupted() {
    Resolver resolver = new Resolver("slow.example.com", this::slowly);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> resolver.resolve(LONG)).isInstanceOf(InterruptedIOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
      found.countDown();
    }
  }

  @Test
  void asksNobodyForAnAddress() throws Exception {
    Resolver resolver = new Resolver("::1", this::slowly);

    assertThat(resolver.resolve(LONG)).containsExactly(InetAddress.getAllByName("::1"));
    assertThat(lookups).hasValue(0);
  }

  @Test
  void saysWhichHostIsNotThere() {
    Resolver resolver =
        new Resolver(
            "nowhere.example.com",
            host -> {
              throw new UnknownHostException(host);
            });

    assertThatThrownBy(() -> resolver.resolve(LONG))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("there is no host nowhere.example.com");
  }
}
