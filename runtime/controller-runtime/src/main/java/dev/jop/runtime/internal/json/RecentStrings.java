package dev.jop.runtime.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes strings of bytes, and mostly the same string of the same bytes: the names of fields and
 * namespaces, and labels, come again and again.
 *
 * <p>A table of a fixed size remembers the last string of each hash. Threads share it without a
 * lock: whether one sees what another has put in or makes a string of its own, it is right.
 */
final class RecentStrings {

  private static final int SIZE = 2048;
  private static final int LONGEST = 64;
  private static final String[] STRINGS = new String[SIZE];

  static {
    Arrays.fill(STRINGS, "");
  }

  private RecentStrings() {}

  /** The string that these bytes are in UTF-8. */
  static String of(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length > LONGEST) {
      return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
    int hash = 0; // as that of a string of these characters
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
      }
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 16) & SIZE - 1;
    String recent = STRINGS[slot];
    if (recent.hashCode() == hash && matches(recent, bytes, start, length)) {
      return recent;
    }
    String string = new String(bytes, start, length, StandardCharsets.US_ASCII);
    STRINGS[slot] = string;
    return string;
  }

  private static boolean matches(String recent, byte[] bytes, int start, int length) {
    if (recent.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (recent.charAt(i) != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }
}
