package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A store with indexes for a {@link Reflector}: client-go's {@code NewIndexer}. What the reflector
 * brings is found by the {@link #indexer}.
 *
 * <p>It tells nobody of changes; {@link SharedIndexInformer} does. Objects are kept as bytes, so
 * nobody can change what it holds. Safe for use by many threads.
 *
 * @param <T> the objects' type
 */
public final class IndexedStore<T extends HasMetadata> implements ReflectorStore<ObjectView<T>> {

  private final Object lock = new Object();
  private final ResourceType<T> type;
  private final ObjectStore objects = new ObjectStore();

  private IndexedStore(ResourceType<T> type) {
    this.type = type;
  }

  /** A store of objects of a type, with the index by namespace. */
  public static <T extends HasMetadata> IndexedStore<T> of(ResourceType<T> type) {
    return new IndexedStore<>(type);
  }

  /** The same for the kind that a class stands for. */
  public static <T extends HasMetadata> IndexedStore<T> of(Class<T> type) {
    return of(ResourceType.of(type));
  }

  /** The objects, and the indexes over them. */
  public Indexer<T> indexer() {
    return new StoreIndexer<>(() -> objects, this::addIndexes, type);
  }

  private void addIndexes(IndexFunctions functions) {
    synchronized (lock) {
      objects.addIndexes(functions.byName());
    }
  }

  @Override
  public void replace(Collection<ObjectView<T>> all, String resourceVersion) {
    Map<ObjectKey, StoredObject> next = new HashMap<>();
    all.forEach(view -> next.put(view.key(), stored(view)));
    synchronized (lock) {
      for (StoredObject old : List.copyOf(objects.all())) {
        if (!next.containsKey(old.key())) {
          objects.remove(old.key());
        }
      }
      next.values().forEach(objects::put);
    }
  }

  @Override
  public void put(ObjectView<T> object) {
    StoredObject stored = stored(object);
    synchronized (lock) {
      objects.put(stored);
    }
  }

  @Override
  public void delete(ObjectView<T> object) {
    synchronized (lock) {
      objects.remove(object.key());
    }
  }

  private static StoredObject stored(ObjectView<?> view) {
    return view instanceof StoredView<?> own
        ? own.stored()
        : new ObjectParser().parse(Codec.shared().encode(view.object()));
  }
}
