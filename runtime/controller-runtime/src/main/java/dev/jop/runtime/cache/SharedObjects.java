package dev.jop.runtime.cache;

import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Objects that are kept decoded for all who only look, as many as a bound allows; the oldest go
 * first. An object that somebody changed against the rules is wrong for those who share it, never
 * in the store.
 */
final class SharedObjects {

  private final long limit;
  private final Deque<StoredObject> kept = new ArrayDeque<>();
  private long bytes;

  /**
   * Nothing yet.
   *
   * @param limit how many bytes of JSON the objects may have together
   */
  SharedObjects(long limit) {
    this.limit = limit;
  }

  /** The object, decoded now or before. */
  <T extends HasMetadata> T get(StoredObject stored, ResourceType<T> type) {
    Object known = stored.decoded();
    if (type.type().isInstance(known)) {
      return type.type().cast(known);
    }
    T object = Codec.shared().decode(stored.json(), type);
    keep(stored, object);
    return object;
  }

  private synchronized void keep(StoredObject stored, Object object) {
    if (stored.json().length > limit) {
      return;
    }
    if (stored.decoded() == null) {
      kept.add(stored);
      bytes += stored.json().length;
    }
    stored.keepDecoded(object);
    while (bytes > limit) {
      StoredObject oldest = kept.remove();
      oldest.keepDecoded(null);
      bytes -= oldest.json().length;
    }
  }
}
