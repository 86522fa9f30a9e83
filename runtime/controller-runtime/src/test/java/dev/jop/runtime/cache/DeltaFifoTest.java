package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeltaFifoTest {

  /** An object in one of its states. */
  private record Item(String name, int uid, int state) {}

  private final DeltaFifo<Item> fifo = new DeltaFifo<>(Item::name, 4);

  @Test
  @Tag("I19")
  void handsOutEveryChangeInItsOrderBelowTheLimit() throws InterruptedException {
    fifo.add(item("a", 1));
    fifo.add(item("b", 1));
    fifo.update(item("a", 1), item("a", 2));
    fifo.delete(item("a", 2), false);

    assertThat(drain())
        .containsExactly(
            new Delta<>(Delta.Type.ADDED, null, item("a", 1)),
            new Delta<>(Delta.Type.ADDED, null, item("b", 1)),
            new Delta<>(Delta.Type.UPDATED, item("a", 1), item("a", 2)),
            new Delta<>(Delta.Type.DELETED, null, item("a", 2)));
  }

  @Test
  void putsChangesOfOneObjectTogetherAboveTheLimit() throws InterruptedException {
    fifo.add(item("other", 1));
    for (int state = 1; state < 1000; state++) {
      fifo.update(item("a", state), item("a", state + 1));
    }

    assertThat(fifo.length()).isLessThanOrEqualTo(6);
    List<Delta<Item>> deltas = drain();
    assertThat(deltas.get(0).object().name()).isEqualTo("other");
    assertThat(deltas.get(1).old()).isEqualTo(item("a", 1));
    assertThat(deltas.get(deltas.size() - 1).object()).isEqualTo(item("a", 1000));
  }

  @Test
  @Tag("I20")
  void keepsTheRicherOfTwoDeletions() {
    assertThat(together(deleted("a", 2, true), deleted("a", 1, false)))
        .containsExactly(deleted("a", 1, false));
    assertThat(together(deleted("a", 2, false), deleted("a", 1, true)))
        .containsExactly(deleted("a", 2, false));
  }

  @Test
  void neverForgetsThatAnObjectCameOrThatItIsGone() {
    Delta<Item> added = new Delta<>(Delta.Type.ADDED, null, item("a", 1));
    Delta<Item> updated = new Delta<>(Delta.Type.UPDATED, item("a", 1), item("a", 2));

    assertThat(together(added, updated))
        .containsExactly(new Delta<>(Delta.Type.ADDED, null, item("a", 2)));
    assertThat(together(added, updated, deleted("a", 2, false)))
        .containsExactly(new Delta<>(Delta.Type.ADDED, null, item("a", 2)), deleted("a", 2, false));
    assertThat(together(updated, deleted("a", 2, false))).containsExactly(deleted("a", 2, false));
  }

  @Test
  void forgetsAnotherOfTheSameNameThatCameAndWent() {
    Delta<Item> other = new Delta<>(Delta.Type.ADDED, null, new Item("a", 2, 3));
    Delta<Item> otherGone = new Delta<>(Delta.Type.DELETED, null, new Item("a", 2, 4));
    Delta<Item> third = new Delta<>(Delta.Type.ADDED, null, new Item("a", 3, 5));

    assertThat(together(deleted("a", 2, false), other, otherGone))
        .containsExactly(deleted("a", 2, false));
    assertThat(together(deleted("a", 2, true), other, otherGone, third))
        .containsExactly(deleted("a", 2, true), third);
  }

  @Test
  @Tag("I22")
  void hasSyncedWhenTheConsumerIsDoneWithAllOfTheFirstFilling() throws InterruptedException {
    assertThat(fifo.hasSynced()).isFalse();
    fifo.replace(List.of(item("a", 1), item("b", 1)));
    fifo.add(item("c", 1));

    fifo.pop(Duration.ZERO, delta -> assertThat(fifo.hasSynced()).isFalse());
    fifo.pop(Duration.ZERO, delta -> assertThat(fifo.hasSynced()).isFalse());

    assertThat(fifo.hasSynced()).isTrue();
    assertThat(fifo.waitForSync(Duration.ZERO)).isTrue();
    assertThatThrownBy(() -> fifo.replace(List.of())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("I22")
  void hasSyncedAtOnceIfThereWasNothing() {
    fifo.replace(List.of());

    assertThat(fifo.hasSynced()).isTrue();
  }

  @Test
  @Tag("I23")
  void syncsWhatHasNoChangeWaiting() throws InterruptedException {
    fifo.update(item("a", 1), item("a", 2));

    fifo.resync(List.of(item("a", 2), item("b", 1)));

    assertThat(drain())
        .extracting(delta -> delta.type() + " " + delta.object().name())
        .containsExactly("UPDATED a", "SYNC b");
  }

  @Test
  @Tag("I24")
  void wakesItsConsumerWhenItIsClosed() throws InterruptedException {
    AtomicBoolean handedOut = new AtomicBoolean(true);
    Thread consumer =
        new Thread(
            () -> {
              try {
                handedOut.set(fifo.pop(Duration.ofDays(1), delta -> {}));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    consumer.start();
    Await.until("the consumer to wait", () -> consumer.getState() == Thread.State.TIMED_WAITING);

    fifo.close();
    consumer.join();
    fifo.add(item("late", 1));

    assertThat(handedOut).isFalse();
    assertThat(fifo.length()).isZero();
  }

  @Test
  void tellsTheSameEndHoweverMuchIsPutTogether() throws InterruptedException {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      DeltaFifo<Item> queue = new DeltaFifo<>(Item::name, 1 + random.nextInt(8));
      Map<String, Item> truth = new HashMap<>();
      Map<String, Item> told = new HashMap<>();
      queue.replace(List.of());
      for (int step = 0; step < 200; step++) {
        change(queue, truth, "n" + random.nextInt(4), step, random);
        if (random.nextInt(5) == 0) {
          queue.pop(Duration.ZERO, delta -> tell(delta, told));
        }
        assertThat(queue.length()).as("seed %d", seed).isLessThanOrEqualTo(24);
      }
      while (queue.length() > 0) {
        queue.pop(Duration.ZERO, delta -> tell(delta, told));
      }
      assertThat(told).as("seed %d", seed).isEqualTo(truth);
    }
  }

  private static void change(
      DeltaFifo<Item> queue, Map<String, Item> truth, String name, int step, Random random) {
    Item before = truth.get(name);
    Item after = new Item(name, before == null ? step : before.uid(), step);
    if (before == null) {
      truth.put(name, after);
      queue.add(after);
    } else if (random.nextInt(3) == 0) {
      truth.remove(name);
      queue.delete(before, random.nextBoolean());
    } else if (random.nextInt(8) == 0) {
      queue.resync(truth.values());
    } else {
      truth.put(name, after);
      queue.update(before, after);
    }
  }

  /**
   * What a consumer makes of it; an addition of what is there, or a change of what is not, fails.
   */
  private static void tell(Delta<Item> delta, Map<String, Item> told) {
    String name = delta.object().name();
    switch (delta.type()) {
      case ADDED, REPLACED -> assertThat(told.put(name, delta.object())).isNull();
      case UPDATED -> assertThat(told.put(name, delta.object())).isEqualTo(delta.old());
      case SYNC -> assertThat(told.put(name, delta.object())).isNotNull();
      case DELETED, DELETED_FINAL_STATE_UNKNOWN ->
          assertThat(told.remove(name))
              .extracting(Item::uid)
              .as("whose end is told")
              .isEqualTo(delta.object().uid());
    }
  }

  @SafeVarargs
  private static List<Delta<Item>> together(Delta<Item>... deltas) {
    List<Delta<Item>> result = new ArrayList<>();
    for (Delta<Item> delta : deltas) {
      Deltas.append(result, delta);
    }
    return result;
  }

  private List<Delta<Item>> drain() throws InterruptedException {
    List<Delta<Item>> deltas = new ArrayList<>();
    while (fifo.length() > 0) {
      fifo.pop(Duration.ZERO, deltas::add);
    }
    return deltas;
  }

  private static Item item(String name, int state) {
    return new Item(name, 1, state);
  }

  private static Delta<Item> deleted(String name, int state, boolean unknown) {
    return new Delta<>(
        unknown ? Delta.Type.DELETED_FINAL_STATE_UNKNOWN : Delta.Type.DELETED,
        null,
        item(name, state));
  }
}
