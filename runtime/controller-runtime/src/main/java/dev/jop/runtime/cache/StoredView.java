package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.meta.Owner;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** A stored object as one of the types that it can be decoded to. */
record StoredView<T extends HasMetadata>(StoredObject stored, ResourceType<T> type)
    implements ObjectView<T> {

  @Override
  public ObjectKey key() {
    return stored.key();
  }

  @Override
  public String uid() {
    return stored.uid();
  }

  @Override
  public String resourceVersion() {
    return stored.resourceVersion();
  }

  @Override
  public long generation() {
    return stored.generation();
  }

  @Override
  public Map<String, String> labels() {
    return stored.labels();
  }

  @Override
  public Map<String, String> annotations() {
    return stored.annotations();
  }

  @Override
  public List<Owner> owners() {
    return stored.owners();
  }

  @Override
  public boolean isDeleting() {
    return stored.isDeleting();
  }

  @Override
  public T object() {
    return Codec.shared().decode(stored.json(), type);
  }

  @Override
  public String toString() {
    return stored.toString();
  }
}
