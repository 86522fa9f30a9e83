package dev.jop.controllergen.yaml;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * Orders keys as Kubernetes tools do: punctuation before digits before letters, and numbers by
 * their value, so that {@code a2} stands before {@code a10}.
 *
 * <p>It is a total order, also where letters follow digits; theirs is not, and gives any order
 * there.
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
    int number = numberBefore(left, i);
    if (number < i || (isDigit(left.charAt(i)) && isDigit(right.charAt(i)))) {
      int byNumber = compareNumbers(digitsFrom(left, number), digitsFrom(right, number));
      if (byNumber != 0) {
        return byNumber;
      }
    }
    int byRank = Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
    return byRank != 0 ? byRank : Character.compare(left.charAt(i), right.charAt(i));
  }

  /** Where the number begins that ends before a position; the position itself if none does. */
  private static int numberBefore(String text, int position) {
    int from = position;
    while (from > 0 && isDigit(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static String digitsFrom(String text, int from) {
    int to = from;
    while (to < text.length() && isDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  /** By value, then those with fewer leading zeros first. */
  private static int compareNumbers(String left, String right) {
    int byValue = new BigInteger(left).compareTo(new BigInteger(right));
    return byValue != 0 ? byValue : Integer.compare(left.length(), right.length());
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
