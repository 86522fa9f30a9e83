package dev.jop.controllergen.regex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether the API server can read a regular expression.
 *
 * <p>It walks along the grammar of Go's {@code regexp/syntax} without matching anything.
 */
public final class Regex {
  private static final int MAX_REPEAT = 1000;
  private static final int MAX_DEPTH = 1000;
  private static final Pattern COUNT = Pattern.compile("\\{(0|[1-9]\\d*)(?:(,)(0|[1-9]\\d*)?)?}");
  private static final Pattern NAMED = Pattern.compile("\\(\\?P?<\\w+>");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?(?:[imsU]*|[imsU]*-[imsU]+)([:)])");

  private final RegexCursor text;
  private int depth;

  private Regex(String text) {
    this.text = new RegexCursor(text);
  }

  /** Returns why the API server cannot read a regular expression; nothing if it can. */
  public static Optional<String> fault(String pattern) {
    try {
      Regex regex = new Regex(pattern);
      regex.alternatives();
      return regex.text.atEnd()
          ? Optional.empty()
          : Optional.of("a parenthesis is closed that was not opened");
    } catch (RegexException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** Reads up to the end of a group, and returns how often its parts may be repeated in all. */
  private long alternatives() {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new RegexException("it nests deeper than " + MAX_DEPTH + " levels");
    }
    long repeats = sequence();
    while (text.skip("|")) {
      repeats = Math.max(repeats, sequence());
    }
    depth--;
    return repeats;
  }

  private long sequence() {
    long repeats = 1;
    long last = 0;
    boolean repeated = false;
    while (!text.atEnd() && !text.at("|") && !text.at(")")) {
      long times = repetition();
      if (times >= 0) {
        if (repeated) {
          throw new RegexException("a repetition is repeated");
        }
        if (last == 0) {
          throw new RegexException("there is nothing to repeat");
        }
        last *= Math.max(1, times);
        if (times > 1 && last > MAX_REPEAT) {
          throw new RegexException("it repeats more than " + MAX_REPEAT + " times");
        }
        repeated = true;
      } else {
        long one = one();
        last = one == 0 ? last : one;
        repeated = false;
      }
      repeats = Math.max(repeats, last);
    }
    return repeats;
  }

  /** Returns how often what was before is repeated, or -1 if this is no repetition. */
  private long repetition() {
    long times;
    if (text.skip("*") || text.skip("+") || text.skip("?")) {
      times = 1;
    } else {
      Optional<Matcher> count = text.match(COUNT);
      if (count.isEmpty()) {
        return -1;
      }
      times = times(count.get());
    }
    text.skip("?");
    return times;
  }

  private static long times(Matcher count) {
    long least = number(count.group(1));
    long most = count.group(3) == null ? least : number(count.group(3));
    if (least > MAX_REPEAT || most > MAX_REPEAT || most < least) {
      throw new RegexException("a repetition has counts that make no sense: " + count.group());
    }
    return most;
  }

  private static long number(String digits) {
    return digits.length() > 4 ? MAX_REPEAT + 1 : Long.parseLong(digits);
  }

  /** Reads one thing that can be repeated; returns 0 if there was none, else its repetitions. */
  private long one() {
    if (text.at("(")) {
      return group();
    }
    if (text.skip("[")) {
      new RegexClass(text).read();
      return 1;
    }
    if (!text.at("\\")) {
      text.next();
      return 1;
    }
    if (text.skip("\\Q")) {
      return text.skipPast("\\E") > 0 ? 1 : 0;
    }
    if (text.skip("\\C")) {
      throw new RegexException("it knows no \\C");
    }
    boolean known = text.skip("\\A") || text.skip("\\b") || text.skip("\\B") || text.skip("\\z");
    if (!known && !RegexEscapes.set(text)) {
      RegexEscapes.character(text);
    }
    return 1;
  }

  private long group() {
    if (text.match(NAMED).isEmpty()) {
      Optional<Matcher> flags = text.match(FLAGS);
      if (flags.isPresent() && flags.get().group(1).equals(")")) {
        return 0;
      }
      if (flags.isEmpty() && text.at("(?")) {
        throw new RegexException("it knows no " + text.peek(4));
      }
      if (flags.isEmpty()) {
        text.skip("(");
      }
    }
    long repeats = alternatives();
    if (!text.skip(")")) {
      throw new RegexException("a parenthesis is opened and not closed");
    }
    return repeats;
  }
}
