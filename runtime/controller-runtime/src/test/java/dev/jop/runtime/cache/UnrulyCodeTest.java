package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What others' code does in the threads of an informer ends none of them. */
class UnrulyCodeTest {

  @AutoClose private final InformedServer informed = new InformedServer();
  private final SharedIndexInformer<ConfigMap> informer = informed.informer();
  private final ServedObjects objects = informed.objects();
  private final MisbehavingServer server = informed.server();

  @Test
  void goesOnTellingAHandlerThatLeavesItsThreadInterrupted() {
    History<ConfigMap> history = new History<>();
    informer.addHandler(
        event -> {
          history.handle(event);
          Thread.currentThread().interrupt();
        });
    informer.start();
    informed.awaitTheSame(history);

    objects.put("a");

    informed.awaitTheSame(history);
  }

  @Test
  void goesOnListingAndWatchingInAThreadThatWasLeftInterrupted() {
    addIndex(
        () -> {
          Thread.currentThread().interrupt();
          return List.of();
        });
    History<ConfigMap> history = informed.listen();
    informer.start();
    informed.awaitTheSame(history);

    objects.put("a");

    informed.awaitTheSame(history);
  }

  @Test
  void goesOnWhenTheWatchErrorHandlerFailsInWhateverWay() {
    AtomicInteger failures = new AtomicInteger();
    informer.setWatchErrorHandler(
        error -> {
          failures.incrementAndGet();
          throw new StackOverflowError();
        });
    server.behave(Behaviour.refuse(403, "Forbidden").whenever(() -> failures.get() < 3));

    informer.start();

    informed.awaitTheSame();
  }

  @Test
  void goesOnWhenItsMetricsFailInWhateverWay() {
    AtomicInteger calls = new AtomicInteger();
    InformerMetrics failing =
        (InformerMetrics)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InformerMetrics.class},
                (proxy, method, arguments) -> {
                  if (calls.incrementAndGet() % 2 == 0) {
                    throw new StackOverflowError();
                  }
                  throw new IllegalStateException("no room for numbers");
                });
    server.behave(Behaviour.refuse(403, "Forbidden").times(3));
    ResourceType<ConfigMap> type = ResourceType.of(ConfigMap.class);
    History<ConfigMap> history = new History<>();
    try (RestClient rest = server.connect();
        SharedIndexInformer<ConfigMap> counted =
            SharedIndexInformer.create(
                ListWatch.of(rest, type), type, (any, state) -> failing, MirroredServer.HASTY)) {
      counted.addHandler(history);
      counted.start();
      Await.until("the list", () -> history.state().equals(objects.versions()));
      server.cutWatches();
      objects.put("a");

      Await.until("the change", () -> history.state().equals(objects.versions()));
    }
    assertThat(calls).as("three refusals, a list, two watches, six events").hasValueGreaterThan(11);
  }

  @Test
  void storesAndTellsWhatAnIndexFindsNoValuesFor() {
    AtomicInteger calls = new AtomicInteger();
    addIndex(
        () ->
            switch (calls.getAndIncrement() % 4) {
              case 0 -> null;
              case 1 -> Arrays.asList("odd", null);
              case 2 -> throw new StackOverflowError();
              default -> List.of("even");
            });
    History<ConfigMap> history = informed.listen();
    informer.start();
    informed.awaitTheSame(history);

    for (int i = 0; i < 8; i++) {
      objects.put("a");
    }

    informed.awaitTheSame(history);
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void endsWhenTwoHandlersEndItAtOnce() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    objects.delete("e");
    objects.delete("d");
    objects.delete("c");
    objects.delete("b");
    CompletableFuture<Void> ended = new CompletableFuture<>();
    CompletableFuture<Void> alsoEnded = new CompletableFuture<>();
    informer.addHandler(event -> closeAt(both, ended));
    informer.addHandler(event -> closeAt(both, alsoEnded));
    informer.start();

    ended.get(10, TimeUnit.SECONDS);
    alsoEnded.get(10, TimeUnit.SECONDS);
    assertThat(informer.isStopped()).isTrue();
  }

  @Test
  void endsWhenTheCacheIsClosedByTheWatchErrorHandler() throws Exception {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    CompletableFuture<Cache> made = new CompletableFuture<>();
    CacheOptions options =
        CacheOptions.defaults()
            .withWatchErrorHandler(
                error -> {
                  made.join().close();
                  ended.complete(null);
                });
    try (RestClient rest = server.connect()) {
      server.behave(Behaviour.refuse(403, "Forbidden"));
      Cache cache = Cache.create(rest, options);
      made.complete(cache);
      cache.informer(ConfigMap.class);
      cache.start();

      ended.get(10, TimeUnit.SECONDS);
      cache.close();
    }
  }

  private void closeAt(CyclicBarrier both, CompletableFuture<Void> ended) {
    try {
      both.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      ended.completeExceptionally(e);
    }
    informer.close();
    ended.complete(null);
  }

  private void addIndex(Supplier<Collection<String>> values) {
    informer.indexer().addIndexers(Map.of("index", view -> values.get()));
  }
}
