package dev.jop.runtime.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PodControllerIT {

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();
  private final List<String> printed = new CopyOnWriteArrayList<>();

  @Test
  void printsWhatHappensToPods() throws InterruptedException {
    client.create(pod("there"));
    try (PodController controller = new PodController(TestServer.rest(), namespace, printed::add)) {
      controller.run(1);
      Await.until("the Pod that was there", () -> printed.contains(seen("there")));

      Pod later = client.create(pod("later"));
      Await.until("the Pod that came", () -> printed.contains(seen("later")));
      later.getMetadata().setLabels(Map.of("changed", "yes"));
      int before = printed.size();
      client.update(later);
      Await.until("its change", () -> printed.size() > before);
      client.delete(client.get(Pod.class, ObjectKey.of(later)).orElseThrow());
      Await.until("its end", () -> printed.contains(gone("later")));
    }

    assertThat(printed).doesNotContain(gone("there"));
  }

  @Test
  void triesFiveTimesMoreWhatFailsAndThenGivesItUp() throws InterruptedException {
    client.create(pod("broken"));
    String error = "Error syncing Pod " + namespace + "/broken: no paper";
    String dropped = "Dropping Pod " + namespace + "/broken out of the queue: no paper";
    AtomicInteger tries = new AtomicInteger();
    Consumer<String> printer =
        line -> {
          if (line.equals(seen("broken"))) {
            tries.incrementAndGet();
            throw new IllegalStateException("no paper");
          }
          printed.add(line);
        };
    try (PodController controller = new PodController(TestServer.rest(), namespace, printer)) {
      controller.run(1);
      Await.until("the end of its tries", () -> printed.contains(dropped));

      client.create(pod("whole"));
      Await.until("the next Pod", () -> printed.contains(seen("whole")));
    }

    assertThat(tries).hasValue(6);
    assertThat(printed).containsExactly(error, error, error, error, error, dropped, seen("whole"));
  }

  private static String seen(String name) {
    return "Sync/Add/Update for Pod " + name;
  }

  private String gone(String name) {
    return "Pod " + namespace + "/" + name + " does not exist anymore";
  }

  private Pod pod(String name) {
    return Pods.pod(namespace, name);
  }
}
