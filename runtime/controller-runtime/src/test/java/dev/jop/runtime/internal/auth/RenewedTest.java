package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jop.runtime.testing.Await;
import dev.jop.runtime.thread.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewedTest {

  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);
  private final AtomicBoolean usable = new AtomicBoolean(true);

  @Test
  void isGotOnceForAllWhoWait() throws Exception {
    Renewed<String> renewed = new Renewed<>("test", this::next, value -> usable.get());

    assertThat(all(renewed)).hasSize(20).containsOnly("value 1");
    assertThat(renewed.get()).isEqualTo("value 1");
    usable.set(false);
    assertThat(renewed.get()).isEqualTo("value 2");
  }

  @Test
  void failsForAllWhoWaitAndIsTriedAgainByTheNext() throws Exception {
    Renewed<String> renewed =
        new Renewed<>(
            "test",
            () -> {
              String value = next();
              if (value.equals("value 1")) {
                throw new CredentialsException("no " + value);
              }
              return value;
            },
            value -> true);

    assertThat(all(renewed)).hasSize(20).containsOnly("no value 1");
    assertThat(renewed.get()).isEqualTo("value 2");
  }

  @Test
  void isGotAgainOnceItWasForgotten() throws Exception {
    go.countDown();
    Renewed<String> renewed = new Renewed<>("test", this::next, value -> true);
    String first = renewed.get();
    renewed.forget("another");
    assertThat(renewed.get()).isSameAs(first);
    renewed.forget(first);
    assertThat(renewed.get()).isEqualTo("value 2");
  }

  @Test
  void letsAnInterruptedCallerGoAndGoesOnForTheOthers() throws Exception {
    Renewed<String> renewed = new Renewed<>("test", this::next, value -> true);
    Queue<String> told = new ConcurrentLinkedQueue<>();
    Thread interrupted = Threads.start("interrupted", () -> told.add(answer(renewed)));
    interrupted.interrupt();
    interrupted.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(told).containsExactly("interrupted while waiting for credentials");
    go.countDown();

    assertThat(renewed.get()).isEqualTo("value 1");
  }

  @Test
  void isTriedAgainAfterNoThreadCouldBeHad() {
    go.countDown();
    AtomicBoolean full = new AtomicBoolean(true);
    Renewed<String> renewed =
        new Renewed<>(
            body -> {
              if (full.getAndSet(false)) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              Threads.start("test", body);
            },
            this::next,
            value -> true);
    assertThatThrownBy(renewed::get).isInstanceOf(OutOfMemoryError.class);

    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertThat(renewed.get()).isEqualTo("value 1"));
  }

  private String next() {
    int run = runs.incrementAndGet();
    try {
      if (!go.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let it go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "value " + run;
  }

  private List<String> all(Renewed<String> renewed) throws InterruptedException {
    Queue<String> answers = new ConcurrentLinkedQueue<>();
    CountDownLatch waiting = new CountDownLatch(20);
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    Threads.start(
                        "asks-" + i,
                        () -> {
                          waiting.countDown();
                          answers.add(answer(renewed));
                        }))
            .toList();
    assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
    for (Thread thread : threads) {
      Await.until("it waits", () -> thread.getState() == Thread.State.WAITING);
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    }
    return List.copyOf(answers);
  }

  private static String answer(Renewed<String> renewed) {
    try {
      return renewed.get();
    } catch (CredentialsException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
