package dev.jop.runtime.cache;

import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.Selector;
import dev.jop.runtime.meta.ObjectKey;
import java.util.List;

/**
 * A list's options, put to a store: an index finds the candidates, the rest is looked at one by
 * one.
 *
 * @param namespace the namespace, also if it is a field that names it; empty for all
 * @param labels what labels must be like
 * @param fields the values that fields must have: name and namespace by themselves, others by the
 *     index for them
 * @param limit how many are wanted at most
 */
record Query(String namespace, Selector labels, List<FieldMatch> fields, int limit) {

  private static final String NAME = "metadata.name";
  private static final String NAMESPACE = "metadata.namespace";

  /**
   * What options mean for a kind.
   *
   * @throws IllegalArgumentException if a selector is wrong, or asks for more than exact matches of
   *     fields (K16)
   */
  static Query of(ListOptions options, boolean namespaced) {
    List<FieldMatch> fields = FieldMatch.parse(options.fieldSelector());
    String namespace = namespaced ? options.namespace() : "";
    if (namespaced && namespace.isEmpty()) {
      namespace = namespaceOf(fields);
    }
    return new Query(
        namespace,
        Selector.parse(options.labelSelector()),
        fields,
        options.limit() == 0 ? Integer.MAX_VALUE : options.limit());
  }

  /** The namespace that fields name; empty if they name none. */
  private static String namespaceOf(List<FieldMatch> fields) {
    for (FieldMatch match : fields) {
      if (match.field().equals(NAMESPACE)) {
        return match.value();
      }
    }
    return "";
  }

  /** The name of the index for a field. */
  static String indexOf(String field) {
    return "field:" + field;
  }

  /**
   * The objects that are asked for.
   *
   * @throws IllegalArgumentException if there is no index for one of the fields
   */
  List<StoredObject> on(ObjectStore store) {
    return candidates(store).find(candidate -> matches(candidate, store), limit);
  }

  private ObjectTable candidates(ObjectStore store) {
    for (FieldMatch match : fields) {
      if (!isOfKey(match.field())) {
        return store.index(indexOf(match.field())).get(match.value());
      }
    }
    return namespace.isEmpty() ? store.all() : store.index(Indexer.NAMESPACE).get(namespace);
  }

  private boolean matches(StoredObject object, ObjectStore store) {
    ObjectKey key = object.key();
    if (!namespace.isEmpty() && !namespace.equals(key.namespace())) {
      return false;
    }
    for (FieldMatch match : fields) {
      String value = match.value();
      boolean matches =
          switch (match.field()) {
            case NAME -> key.name().equals(value);
            case NAMESPACE -> key.namespace().equals(value);
            default -> store.index(indexOf(match.field())).has(value, key);
          };
      if (!matches) {
        return false;
      }
    }
    return labels.matches(object.labels());
  }

  private static boolean isOfKey(String field) {
    return field.equals(NAME) || field.equals(NAMESPACE);
  }
}
