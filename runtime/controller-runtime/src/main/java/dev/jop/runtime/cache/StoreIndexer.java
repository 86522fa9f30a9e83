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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store seen as objects of a type.
 *
 * @param store gives the store that is seen
 * @param adding adds indexes to it
 * @param type the type
 */
record StoreIndexer<T extends HasMetadata>(
    Supplier<ObjectStore> store, Consumer<IndexFunctions> adding, ResourceType<T> type)
    implements Indexer<T> {

  @Override
  public Optional<ObjectView<T>> getByKey(ObjectKey key) {
    return Optional.ofNullable(store.get().get(type.normalized(key))).map(this::view);
  }

  @Override
  public List<ObjectView<T>> list() {
    return views(store.get().all());
  }

  @Override
  public Set<ObjectKey> listKeys() {
    return keys(store.get().all());
  }

  @Override
  public List<ObjectView<T>> byIndex(String index, String value) {
    return views(store.get().index(index).get(value));
  }

  @Override
  public Set<ObjectKey> indexKeys(String index, String value) {
    return keys(store.get().index(index).get(value));
  }

  @Override
  public Set<String> listIndexValues(String index) {
    return Set.copyOf(store.get().index(index).values());
  }

  @Override
  public void addIndexers(Map<String, Function<ObjectView<T>, Collection<String>>> functions) {
    adding.accept(onStored(type, functions));
  }

  /** Indexes of objects of a type, for a store. */
  static <T extends HasMetadata> IndexFunctions onStored(
      ResourceType<T> type, Map<String, Function<ObjectView<T>, Collection<String>>> functions) {
    Map<String, Function<StoredObject, Collection<String>>> byName = new HashMap<>();
    functions.forEach(
        (name, function) -> byName.put(name, o -> values(function, new StoredView<>(o, type))));
    return new IndexFunctions(byName, type.isMetadata());
  }

  /**
   * The values for an object, without the nulls that functions give for fields that are not set;
   * whatever else is wrong with a function is an exception.
   */
  private static <T extends HasMetadata> Collection<String> values(
      Function<ObjectView<T>, Collection<String>> function, ObjectView<T> object) {
    @Nullable Collection<String> given;
    try {
      given = function.apply(object);
    } catch (Error e) {
      throw new IllegalStateException("the function of an index failed", e);
    }
    if (given == null) {
      return List.of();
    }
    for (String value : given) {
      if (value == null) {
        return given.stream().filter(Objects::nonNull).toList();
      }
    }
    return given;
  }

  private static Set<ObjectKey> keys(Collection<StoredObject> objects) {
    Set<ObjectKey> keys = new HashSet<>();
    objects.forEach(object -> keys.add(object.key()));
    return keys;
  }

  private ObjectView<T> view(StoredObject object) {
    return new StoredView<>(object, type);
  }

  private List<ObjectView<T>> views(ObjectTable objects) {
    List<StoredObject> found = objects.find(any -> true, Integer.MAX_VALUE);
    List<ObjectView<T>> views = new ArrayList<>(found.size());
    found.forEach(object -> views.add(view(object)));
    return views;
  }
}
