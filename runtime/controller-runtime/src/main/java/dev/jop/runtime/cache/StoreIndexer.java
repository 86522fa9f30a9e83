package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A store seen as objects of a type.
 *
 * @param store what is seen
 * @param type the type
 * @param lock what those hold who write the store
 */
record StoreIndexer<T extends HasMetadata>(ObjectStore store, ResourceType<T> type, Object lock)
    implements Indexer<T> {

  @Override
  public Optional<ObjectView<T>> getByKey(ObjectKey key) {
    return Optional.ofNullable(store.get(type.normalized(key))).map(this::view);
  }

  @Override
  public List<ObjectView<T>> list() {
    return views(store.all());
  }

  @Override
  public Set<ObjectKey> listKeys() {
    Set<ObjectKey> keys = new HashSet<>();
    store.all().forEach(object -> keys.add(object.key()));
    return keys;
  }

  @Override
  public List<ObjectView<T>> byIndex(String index, String value) {
    return views(store.index(index).get(value));
  }

  @Override
  public Set<ObjectKey> indexKeys(String index, String value) {
    return Set.copyOf(store.index(index).keys(value));
  }

  @Override
  public Set<String> listIndexValues(String index) {
    return Set.copyOf(store.index(index).values());
  }

  @Override
  public void addIndexers(Map<String, Function<ObjectView<T>, Collection<String>>> functions) {
    Map<String, Function<StoredObject, Collection<String>>> onStored = new HashMap<>();
    functions.forEach((name, function) -> onStored.put(name, o -> function.apply(view(o))));
    synchronized (lock) {
      store.addIndexes(onStored);
    }
  }

  private ObjectView<T> view(StoredObject object) {
    return new StoredView<>(object, type.type());
  }

  private List<ObjectView<T>> views(Collection<StoredObject> objects) {
    List<ObjectView<T>> views = new ArrayList<>(objects.size());
    objects.forEach(object -> views.add(view(object)));
    return views;
  }
}
