package dev.jop.runtime.ratelimiter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each item has failed since it was forgotten. */
final class FailureCounts<T> {

  private final Map<T, Integer> counts = new ConcurrentHashMap<>();

  /** Counts one more failure and says how many there were before. */
  int increment(T item) {
    return counts.merge(item, 1, FailureCounts::saturatedSum) - 1;
  }

  private static int saturatedSum(int failures, int more) {
    return failures == Integer.MAX_VALUE ? failures : failures + more;
  }

  void forget(T item) {
    counts.remove(item);
  }

  int of(T item) {
    return counts.getOrDefault(item, 0);
  }
}
