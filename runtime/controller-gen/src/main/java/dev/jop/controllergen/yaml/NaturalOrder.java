package dev.jop.controllergen.yaml;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * Orders keys as Kubernetes tools do: punctuation before digits before letters, and numbers by
 * their value, so that {@code a2} stands before {@code a10}.
 */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int shorter = Math.min(left.length(), right.length());
    while (i < shorter && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    if (i == shorter) {
      return Integer.compare(left.length(), right.length());
    }
    char a = left.charAt(i);
    char b = right.charAt(i);
    if (isDigit(a) && isDigit(b)) {
      int byValue = numberAt(left, i).compareTo(numberAt(right, i));
      return byValue != 0 ? byValue : Character.compare(a, b);
    }
    int byRank = Integer.compare(rank(a), rank(b));
    return byRank != 0 ? byRank : Character.compare(a, b);
  }

  private static BigInteger numberAt(String text, int from) {
    int to = from;
    while (to < text.length() && isDigit(text.charAt(to))) {
      to++;
    }
    return new BigInteger(text.substring(from, to));
  }

  private static int rank(char c) {
    if (Character.isLetter(c)) {
      return 2;
    }
    return isDigit(c) ? 1 : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
