package dev.jop.runtime.workqueue;

import java.util.HashMap;
import java.util.Map;

/**
 * Names priorities in metrics: so many that nobody's memory is filled, and each always alike, so
 * that what was counted up under a name is counted down under it.
 */
final class PriorityLabels {

  static final String OTHERS = "exceeded_cardinality_limit";

  private static final int LIMIT = 25;

  private final boolean prioritized;
  private final Map<Integer, String> labels = new HashMap<>();

  PriorityLabels(boolean prioritized) {
    this.prioritized = prioritized;
  }

  String of(int priority) {
    if (!prioritized) {
      return "";
    }
    String known = labels.get(priority);
    if (known != null || labels.size() == LIMIT) {
      return known == null ? OTHERS : known;
    }
    String label = Integer.toString(priority);
    labels.put(priority, label);
    return label;
  }
}
