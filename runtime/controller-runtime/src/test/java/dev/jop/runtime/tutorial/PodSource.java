package dev.jop.runtime.tutorial;

import dev.jop.runtime.cache.ListWatch;
import dev.jop.runtime.cache.Reflector;
import dev.jop.runtime.cache.ReflectorStore;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Follows the Pods of one node as the kubelet does, with a reflector alone: whatever happens, it
 * hands on which Pods the node has.
 */
final class PodSource implements ReflectorStore<ObjectView<Pod>>, AutoCloseable {

  private final Map<ObjectKey, ObjectView<Pod>> pods = new TreeMap<>();
  private final Consumer<Set<ObjectKey>> send;
  private final Reflector reflector;

  PodSource(RestClient rest, String node, Consumer<Set<ObjectKey>> send) {
    this.send = send;
    ResourceType<Pod> type = ResourceType.of(Pod.class);
    ListWatch source = ListWatch.of(rest, type).withFieldSelector("spec.nodeName=" + node);
    reflector = Reflector.create(source, type, this);
  }

  void start() {
    reflector.start();
  }

  @Override
  public void replace(Collection<ObjectView<Pod>> all, String resourceVersion) {
    pods.clear();
    all.forEach(pod -> pods.put(pod.key(), pod));
    send.accept(Set.copyOf(pods.keySet()));
  }

  @Override
  public void put(ObjectView<Pod> pod) {
    pods.put(pod.key(), pod);
    send.accept(Set.copyOf(pods.keySet()));
  }

  @Override
  public void delete(ObjectView<Pod> pod) {
    pods.remove(pod.key());
    send.accept(Set.copyOf(pods.keySet()));
  }

  @Override
  public void close() {
    reflector.close();
  }
}
