package dev.jop.runtime.client;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Tells where the elements of a changed list come from.
 *
 * <p>An element that is the same as before comes from there: from the longest common part of both
 * lists if there are several that are alike, and wherever it has moved. Others are known by their
 * key, if it is unique. What is left is new, for all that can be told.
 */
final class ListMatch {

  /** Beyond this, elements that are alike are taken in their order. */
  private static final int MOST_CELLS = 1 << 20;

  private static final int NONE = -1;

  private final int[] before;
  private final int[] after;
  private final int[] origins;
  private final boolean[] taken;

  private ListMatch(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.origins = new int[after.length];
    this.taken = new boolean[before.length];
    Arrays.fill(origins, NONE);
  }

  /**
   * For each element of the changed list the index that it had before, or a negative number.
   *
   * @param key what the elements of both are known by
   */
  static int[] origins(ArrayNode before, ArrayNode after, Optional<ListKeys> key) {
    Map<JsonNode, Integer> values = new HashMap<>();
    ListMatch match = new ListMatch(numbers(before, values), numbers(after, values));
    match.matchCommonPart();
    match.matchMoved();
    key.ifPresent(keys -> match.matchKeys(keys.index(before), keys.index(after)));
    return match.origins;
  }

  /** A number for each element, the same for those that are alike. */
  private static int[] numbers(ArrayNode list, Map<JsonNode, Integer> values) {
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      Integer known = values.putIfAbsent(list.get(i), values.size());
      numbers[i] = known == null ? values.size() - 1 : known;
    }
    return numbers;
  }

  private void take(int from, int to) {
    origins[to] = from;
    taken[from] = true;
  }

  private void matchCommonPart() {
    int start = 0;
    int shorter = Math.min(before.length, after.length);
    while (start < shorter && before[start] == after[start]) {
      take(start, start);
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before[before.length - 1 - end] == after[after.length - 1 - end]) {
      end++;
      take(before.length - end, after.length - end);
    }
    int rows = before.length - start - end;
    int columns = after.length - start - end;
    if ((long) rows * columns <= MOST_CELLS) {
      matchLongest(start, rows, columns);
    }
  }

  /** By the usual table of the lengths of what is common to the rests of both. */
  private void matchLongest(int start, int rows, int columns) {
    int[][] common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            before[start + i] == after[start + j]
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (before[start + i] == after[start + j]) {
        take(start + i++, start + j++);
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void matchMoved() {
    Map<Integer, Deque<Integer>> free = new HashMap<>();
    for (int i = 0; i < before.length; i++) {
      if (!taken[i]) {
        free.computeIfAbsent(before[i], number -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < after.length; j++) {
      Deque<Integer> alike = free.get(after[j]);
      if (origins[j] == NONE && alike != null && !alike.isEmpty()) {
        take(alike.remove(), j);
      }
    }
  }

  private void matchKeys(Map<String, Integer> placesBefore, Map<String, Integer> placesAfter) {
    placesAfter.forEach(
        (key, to) -> {
          Integer from = placesBefore.get(key);
          if (from != null && origins[to] == NONE && !taken[from]) {
            take(from, to);
          }
        });
  }
}
