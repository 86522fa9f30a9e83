package dev.jop.runtime.testing;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.meta.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** A view of nothing but metadata. */
public record FakeView<T extends HasMetadata>(
    ObjectKey key,
    String resourceVersion,
    long generation,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<Owner> owners)
    implements ObjectView<T> {

  /** A view of an object without anything but a key. */
  public static <T extends HasMetadata> FakeView<T> of(String namespace, String name) {
    return new FakeView<>(ObjectKey.of(namespace, name), "1", 1, Map.of(), Map.of(), List.of());
  }

  /** The same at another resource version. */
  public FakeView<T> withResourceVersion(String resourceVersion) {
    return new FakeView<>(key, resourceVersion, generation, labels, annotations, owners);
  }

  /** The same at another generation. */
  public FakeView<T> withGeneration(long generation) {
    return new FakeView<>(key, resourceVersion, generation, labels, annotations, owners);
  }

  /** The same with other labels. */
  public FakeView<T> withLabels(Map<String, String> labels) {
    return new FakeView<>(key, resourceVersion, generation, labels, annotations, owners);
  }

  /** The same with other annotations. */
  public FakeView<T> withAnnotations(Map<String, String> annotations) {
    return new FakeView<>(key, resourceVersion, generation, labels, annotations, owners);
  }

  /** The same with other owners. */
  public FakeView<T> withOwners(Owner... owners) {
    return new FakeView<>(key, resourceVersion, generation, labels, annotations, List.of(owners));
  }

  @Override
  public String uid() {
    return "uid-of-" + key;
  }

  @Override
  public boolean isDeleting() {
    return false;
  }

  @Override
  public T object() {
    throw new AssertionError("nobody should decode " + key);
  }
}
