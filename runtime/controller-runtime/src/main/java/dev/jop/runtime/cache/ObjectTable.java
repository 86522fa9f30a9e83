package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Objects by their keys, for one thread at a time that writes and any number that read meanwhile.
 *
 * <p>An open hash table: it takes about two references for an object, where a map of the JDK takes
 * a node of 32 bytes beside that. Readers take no lock. They find each object that is there all the
 * time, and may or may not find what comes or goes meanwhile. Walking over it shows objects as they
 * are then, and may show one twice that goes and comes again meanwhile; {@link #find} does not.
 */
final class ObjectTable extends AbstractCollection<StoredObject> {

  private static final int FEWEST = 4;

  /** Stands where an object was, so that those behind it are found. */
  private static final StoredObject GONE =
      new StoredObject(ObjectKey.of("", "-"), new byte[0], Map.of(), -1, -1, -1);

  /** A power of two, and never full; null where nothing was since it was made. */
  private volatile AtomicReferenceArray<@Nullable StoredObject> slots =
      new AtomicReferenceArray<>(FEWEST);

  private volatile int size;
  private volatile int arrivals;
  private int count;
  private int used;

  /** The object of a key, or null. */
  @Nullable StoredObject get(ObjectKey key) {
    AtomicReferenceArray<@Nullable StoredObject> slots = this.slots;
    int i = home(slots, key);
    StoredObject there = slots.getAcquire(i);
    while (there != null && !is(key, there)) {
      i = next(slots, i);
      there = slots.getAcquire(i);
    }
    return there;
  }

  /** Puts an object in and gives what it takes the place of, or null. */
  @Nullable StoredObject put(StoredObject object) {
    if (used >= slots.length() / 4 * 3) {
      resize();
    }
    int i = find(slots, object.key());
    StoredObject old = slots.getPlain(i);
    if (old == null) {
      int next = arrivals + 1;
      arrivals = next; // before who walks can come by it
      slots.setRelease(i, object);
      used++;
      size = ++count;
    } else {
      slots.setRelease(i, object);
    }
    return old;
  }

  /** Takes an object out and gives it, or null. */
  @Nullable StoredObject remove(ObjectKey key) {
    int i = find(slots, key);
    StoredObject old = slots.getPlain(i);
    if (old != null) {
      slots.setRelease(i, GONE);
      size = --count;
      if (count < slots.length() / 8) {
        resize();
      }
    }
    return old;
  }

  /**
   * Those that pass, each key once.
   *
   * @param most how many are wanted at most
   */
  List<StoredObject> find(Predicate<StoredObject> wanted, int most) {
    int before = arrivals;
    List<StoredObject> found = new ArrayList<>();
    Iterator<StoredObject> walk = iterator();
    while (found.size() < most && walk.hasNext()) {
      StoredObject object = walk.next();
      if (wanted.test(object)) {
        found.add(object);
      }
    }
    return arrivals == before ? found : lastOfEachKey(found);
  }

  private static List<StoredObject> lastOfEachKey(List<StoredObject> found) {
    Map<ObjectKey, StoredObject> byKey = new LinkedHashMap<>();
    found.forEach(object -> byKey.put(object.key(), object));
    return new ArrayList<>(byKey.values());
  }

  @Override
  public int size() {
    return size;
  }

  /** Where the object of a key stands, or else the empty slot for it. For who writes. */
  private static int find(AtomicReferenceArray<@Nullable StoredObject> slots, ObjectKey key) {
    int i = home(slots, key);
    StoredObject there = slots.getPlain(i);
    while (there != null && !is(key, there)) {
      i = next(slots, i);
      there = slots.getPlain(i);
    }
    return i;
  }

  private static int home(AtomicReferenceArray<?> slots, ObjectKey key) {
    int mixed = key.hashCode() * 0x9e3779b9; // names that differ little are spread by this
    return (mixed ^ mixed >>> 16) & (slots.length() - 1);
  }

  private static int next(AtomicReferenceArray<?> slots, int i) {
    return (i + 1) & (slots.length() - 1);
  }

  @SuppressWarnings("ReferenceEquality") // one object is the mark
  private static boolean is(ObjectKey key, StoredObject there) {
    return there != GONE && there.key().equals(key);
  }

  /** Makes a table of which a quarter to a half is used, without what is gone. */
  private void resize() {
    int length = FEWEST;
    while (length < 2 * (count + 1)) {
      length *= 2;
    }
    AtomicReferenceArray<@Nullable StoredObject> next = new AtomicReferenceArray<>(length);
    for (StoredObject object : this) {
      next.setPlain(find(next, object.key()), object);
    }
    used = count;
    slots = next;
  }

  @Override
  public Iterator<StoredObject> iterator() {
    return new Walk(slots);
  }

  private static final class Walk implements Iterator<StoredObject> {

    private final AtomicReferenceArray<@Nullable StoredObject> slots;
    private int at;
    private @Nullable StoredObject next;

    Walk(AtomicReferenceArray<@Nullable StoredObject> slots) {
      this.slots = slots;
      advance();
    }

    @SuppressWarnings("ReferenceEquality") // one object is the mark
    private void advance() {
      next = null;
      while (next == null && at < slots.length()) {
        StoredObject there = slots.getAcquire(at++);
        next = there == GONE ? null : there;
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public StoredObject next() {
      StoredObject object = next;
      if (object == null) {
        throw new NoSuchElementException();
      }
      advance();
      return object;
    }
  }
}
