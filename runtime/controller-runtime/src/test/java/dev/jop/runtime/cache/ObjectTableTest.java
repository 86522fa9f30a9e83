package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ObjectTableTest {

  private final ObjectTable table = new ObjectTable();

  @Test
  void holdsWhatAMapWouldHold() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      ObjectTable table = new ObjectTable();
      Map<ObjectKey, StoredObject> map = new HashMap<>();
      int names = 1 + random.nextInt(2_000);
      for (int step = 0; step < 10_000; step++) {
        // puts and removals have the upper hand by turns, so that it grows and shrinks
        boolean puts = random.nextInt(10) < (step / 2_500 % 2 == 0 ? 7 : 2);
        StoredObject object = object(random.nextInt(names));
        ObjectKey key = object.key();
        if (puts) {
          assertThat(table.put(object)).isSameAs(map.put(key, object));
        } else {
          assertThat(table.remove(key)).isSameAs(map.remove(key));
        }
        ObjectKey other = object(random.nextInt(names)).key();
        assertThat(table.get(other)).isSameAs(map.get(other));
      }
      assertThat(table).as("seed %d", seed).hasSameSizeAs(map.values());
      assertThat(identities(table)).isEqualTo(identities(map.values()));
    }
  }

  /** An object that stays is found at any moment, whatever comes and goes around it. */
  @Test
  void findsWhatStaysWhileOthersComeAndGo() throws Exception {
    List<StoredObject> staying = objects(0, 500);
    staying.forEach(table::put);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> looking = threads.submit(() -> lookFor(staying, done));
      Future<?> walking = threads.submit(() -> walkOver(staying.size(), done));
      Random random = new Random(1);
      List<StoredObject> others = objects(500, 3_000);
      for (int step = 0; step < 400_000; step++) {
        StoredObject other = others.get(random.nextInt(others.size()));
        if (random.nextInt(10) < (step / 50_000 % 2 == 0 ? 7 : 2)) {
          table.put(other);
        } else {
          table.remove(other.key());
        }
      }
      done.set(true);
      looking.get();
      walking.get();
    } finally {
      done.set(true);
      threads.shutdown();
    }
  }

  private void lookFor(List<StoredObject> staying, AtomicBoolean done) {
    while (!done.get()) {
      for (StoredObject object : staying) {
        assertThat(table.get(object.key())).isSameAs(object);
      }
    }
  }

  private void walkOver(int staying, AtomicBoolean done) {
    while (!done.get()) {
      long found = table.stream().filter(o -> o.key().namespace().equals("stays")).count();
      assertThat(found).isEqualTo(staying);
    }
  }

  @Test
  void findsAnObjectOnceThatGoesAndComesAgainMeanwhile() {
    for (int size = 1; size < 200; size++) {
      ObjectTable table = new ObjectTable();
      List<StoredObject> objects = objects(0, size);
      objects.forEach(table::put);
      List<StoredObject> again = new ArrayList<>();

      List<StoredObject> found =
          table.find(
              object -> {
                if (again.isEmpty()) {
                  again.add(object);
                  table.remove(object.key());
                  table.put(object);
                }
                return true;
              },
              Integer.MAX_VALUE);

      assertThat(found).as("of %d", size).hasSameSizeAs(objects).doesNotHaveDuplicates();
    }
  }

  @Test
  void findsNoMoreThanIsWanted() {
    objects(0, 9).forEach(table::put);

    assertThat(table.find(object -> !object.key().name().equals("web-3"), 5))
        .hasSize(5)
        .doesNotContain(object(3));
    assertThat(table.find(object -> object.key().name().equals("web-3"), 5)).hasSize(1);
    assertThat(table.find(object -> true, 0)).isEmpty();
  }

  @Test
  void endsAWalkAsIteratorsDo() {
    Iterator<StoredObject> walk = table.iterator();

    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  private static List<StoredObject> objects(int from, int to) {
    List<StoredObject> objects = new ArrayList<>();
    for (int i = from; i < to; i++) {
      objects.add(object(i));
    }
    return objects;
  }

  private static StoredObject object(int i) {
    ObjectKey key = ObjectKey.of(i < 500 ? "stays" : "goes", "web-" + i);
    return new StoredObject(key, new byte[0], Map.of(), -1, -1, -1);
  }

  private static Map<ObjectKey, Integer> identities(Collection<StoredObject> objects) {
    Map<ObjectKey, Integer> identities = new HashMap<>();
    objects.forEach(object -> identities.put(object.key(), System.identityHashCode(object)));
    return identities;
  }
}
