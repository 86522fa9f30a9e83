package dev.jop.runtime.cache;

import dev.jop.runtime.internal.json.JsonScanner;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object's labels in an array, key and value in turn: for a handful, a hash table is several
 * times as large and no faster. Cannot be modified.
 */
final class Labels extends AbstractMap<String, String> {

  /** With more it is a hash table after all. */
  private static final int MOST = 16;

  private final String[] pairs;

  private Labels(String[] pairs) {
    this.pairs = pairs;
  }

  /** Reads labels. Null counts as none, an empty string; of two of the same key the last counts. */
  static Map<String, String> read(JsonScanner scanner) {
    if (!scanner.accept('{')) {
      scanner.skip();
      return Map.of();
    }
    List<String> pairs = new ArrayList<>();
    String key = scanner.nextField(true);
    while (key != null) {
      String value = scanner.recentStringOrNull();
      pairs.add(key);
      pairs.add(value == null ? "" : value);
      key = scanner.nextField(false);
    }
    return of(pairs);
  }

  private static Map<String, String> of(List<String> pairs) {
    boolean fewAndDistinct = pairs.size() <= 2 * MOST;
    for (int i = 2; i < pairs.size() && fewAndDistinct; i += 2) {
      for (int j = 0; j < i; j += 2) {
        fewAndDistinct &= !pairs.get(i).equals(pairs.get(j));
      }
    }
    if (fewAndDistinct) {
      return pairs.isEmpty() ? Map.of() : new Labels(pairs.toArray(String[]::new));
    }
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      table.put(pairs.get(i), pairs.get(i + 1));
    }
    return Map.copyOf(table);
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(key)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Entry<String, String>> {

    @Override
    public int size() {
      return Labels.this.size();
    }

    @Override
    public Iterator<Entry<String, String>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < pairs.length;
        }

        @Override
        public Entry<String, String> next() {
          if (next >= pairs.length) {
            throw new NoSuchElementException();
          }
          next += 2;
          return Map.entry(pairs[next - 2], pairs[next - 1]);
        }
      };
    }
  }
}
