package dev.jop.cli.change;

import java.util.ArrayList;
import java.util.List;

/** Shows a change the way that diff -u and git do. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_FILE = "/dev/null";

  private UnifiedDiff() {}

  /** A line of both texts, of the old one or of the new one. */
  private record Line(char sign, String text) {}

  /** The change as a patch that {@code patch -p1} takes. */
  public static String of(Change change) {
    StringBuilder patch = new StringBuilder();
    boolean created = change.action() == Change.Action.CREATE;
    boolean deleted = change.action() == Change.Action.DELETE;
    patch.append("--- ").append(created ? NO_FILE : "a/" + change.path()).append('\n');
    patch.append("+++ ").append(deleted ? NO_FILE : "b/" + change.path()).append('\n');
    List<Line> lines = lines(change.before().lines().toList(), change.after().lines().toList());
    int at = 0;
    while (at < lines.size()) {
      int first = nextChange(lines, at);
      if (first == lines.size()) {
        break;
      }
      int start = Math.max(at, first - CONTEXT);
      int end = hunkEnd(lines, first);
      hunk(patch, lines, start, end);
      at = end;
    }
    return patch.toString();
  }

  /** The end of the hunk: changes with at most twice the context between them are one. */
  private static int hunkEnd(List<Line> lines, int first) {
    int last = first;
    for (int next = first;
        next < lines.size() && next - last <= 2 * CONTEXT;
        next = nextChange(lines, next + 1)) {
      last = next;
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private static int nextChange(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).sign() == ' ') {
      at++;
    }
    return at;
  }

  private static void hunk(StringBuilder patch, List<Line> lines, int start, int end) {
    List<Line> above = lines.subList(0, start);
    List<Line> shown = lines.subList(start, end);
    patch.append("@@ -").append(range(count(above, '+'), count(shown, '+')));
    patch.append(" +").append(range(count(above, '-'), count(shown, '-'))).append(" @@\n");
    shown.forEach(line -> patch.append(line.sign()).append(line.text()).append('\n'));
  }

  /** Lines that do not have the sign: those of the other text. */
  private static int count(List<Line> lines, char sign) {
    return (int) lines.stream().filter(line -> line.sign() != sign).count();
  }

  private static String range(int above, int count) {
    return (count == 0 ? above : above + 1) + "," + count;
  }

  /** Both texts as one list, by their longest common subsequence of lines. */
  private static List<Line> lines(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(' ', before.get(i++)));
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', before.get(i++)));
      } else {
        lines.add(new Line('+', after.get(j++)));
      }
    }
    return lines;
  }
}
