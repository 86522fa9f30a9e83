package dev.jop.runtime.cache;

import java.util.List;

/** Puts changes of one object together, so that fewer tell the same end. */
final class Deltas {

  private Deltas() {}

  /**
   * Appends a change to those of the same object, of which there are at most three then: coming,
   * going and coming again. The first one never vanishes if it says that the object came.
   */
  static <V> void append(List<Delta<V>> deltas, Delta<V> next) {
    if (deltas.isEmpty()) {
      deltas.add(next);
      return;
    }
    int end = deltas.size() - 1;
    Delta<V> last = deltas.get(end);
    if (next.type().isDeletion()) {
      if (last.type().isDeletion()) {
        if (last.type() == Delta.Type.DELETED_FINAL_STATE_UNKNOWN) {
          deltas.set(end, next); // the richer of two deletions stays (I20)
        }
      } else if (end > 0 && last.type() == Delta.Type.ADDED) {
        deltas.remove(end); // of another that came and went nobody has to know
      } else if (last.type() == Delta.Type.UPDATED || last.type() == Delta.Type.SYNC) {
        deltas.set(end, next);
      } else {
        deltas.add(next);
      }
      return;
    }
    switch (last.type()) {
      case DELETED, DELETED_FINAL_STATE_UNKNOWN -> deltas.add(next);
      case SYNC -> deltas.set(end, next);
      case UPDATED, ADDED, REPLACED -> {
        if (next.type() != Delta.Type.SYNC) {
          deltas.set(end, new Delta<>(last.type(), last.old(), next.object()));
        }
      }
    }
  }
}
