package dev.jop.runtime.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private static String seen(String name) {
    return "Sync/Add/Update for Pod " + name;
  }

  private String gone(String name) {
    return "Pod " + namespace + "/" + name + " does not exist anymore";
  }

  private Pod pod(String name) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withTerminationGracePeriodSeconds(0L)
        .addNewContainer()
        .withName("main")
        .withImage("example.com/none")
        .endContainer()
        .endSpec()
        .build();
  }
}
