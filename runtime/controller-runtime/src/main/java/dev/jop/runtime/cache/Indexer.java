package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The objects of an informer or of an {@link IndexedStore}, by key and by whatever else is asked
 * for.
 *
 * <p>Reading takes no lock and never waits: each answer is what is known at that moment. Safe for
 * use by many threads.
 *
 * @param <T> the objects' type
 */
public interface Indexer<T extends HasMetadata> {

  /** The index of objects by their namespace, which is always there. */
  String NAMESPACE = "namespace";

  /** The object of a key. */
  Optional<ObjectView<T>> getByKey(ObjectKey key);

  /** All objects, in no particular order. */
  List<ObjectView<T>> list();

  /** The keys of all objects, in no particular order. */
  Set<ObjectKey> listKeys();

  /**
   * The objects that an index has under a value.
   *
   * @throws IllegalArgumentException if there is no index of that name
   */
  List<ObjectView<T>> byIndex(String index, String value);

  /**
   * The keys that an index has under a value.
   *
   * @throws IllegalArgumentException if there is no index of that name
   */
  Set<ObjectKey> indexKeys(String index, String value);

  /**
   * All values that an index has objects under.
   *
   * @throws IllegalArgumentException if there is no index of that name
   */
  Set<String> listIndexValues(String index);

  /**
   * Adds indexes; objects that are there already are put into them (I37).
   *
   * @param functions by the index's name: gives the values to find an object under. Called with
   *     each state of each object, and with the same result for the same state; if it throws, the
   *     object is found under none, and that is logged
   * @throws IllegalArgumentException if there is an index of one of these names; then none is added
   */
  void addIndexers(Map<String, Function<ObjectView<T>, Collection<String>>> functions);
}
