package dev.jop.runtime.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PodSourceIT {

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();
  private final String node = "node-of-" + namespace;
  private final List<Set<ObjectKey>> sent = new CopyOnWriteArrayList<>();

  @Test
  void handsOnWhichPodsANodeHasWheneverThatChanges() {
    Pod there = client.create(pod("there", node));
    client.create(pod("elsewhere", "other-" + node));
    try (PodSource source = new PodSource(TestServer.rest(), node, sent::add)) {
      source.start();
      Await.until("what is there", () -> sent.size() == 1);
      client.create(pod("later", node));
      Await.until("what came", () -> sent.size() == 2);
      client.delete(there);
      Await.until("what went", () -> last().equals(Set.of(key("later"))));
    }

    assertThat(sent)
        .startsWith(Set.of(key("there")), Set.of(key("there"), key("later")))
        .allMatch(pods -> !pods.contains(key("elsewhere")));
  }

  private Set<ObjectKey> last() {
    return sent.get(sent.size() - 1);
  }

  private ObjectKey key(String name) {
    return ObjectKey.of(namespace, name);
  }

  private Pod pod(String name, String onNode) {
    Pod pod = Pods.pod(namespace, name);
    pod.getSpec().setNodeName(onNode);
    return pod;
  }
}
