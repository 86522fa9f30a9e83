package dev.jop.controllergen.regex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where one stands in the text of a regular expression. */
final class RegexCursor {
  private final String text;
  private int at;

  RegexCursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  boolean at(String prefix) {
    return text.startsWith(prefix, at);
  }

  boolean skip(String prefix) {
    boolean here = at(prefix);
    if (here) {
      at += prefix.length();
    }
    return here;
  }

  /** Skips to behind a text, or to the end, and returns how much there was before. */
  int skipPast(String close) {
    int start = at;
    int end = text.indexOf(close, at);
    at = end < 0 ? text.length() : end + close.length();
    return (end < 0 ? text.length() : end) - start;
  }

  /** Skips what fits a pattern, if it does. */
  Optional<Matcher> match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }

  /** Skips a character and returns it. */
  int next() {
    int codePoint = text.codePointAt(at);
    at += Character.charCount(codePoint);
    return codePoint;
  }

  /** Returns up to so much of what comes. */
  String peek(int length) {
    return text.substring(at, Math.min(text.length(), at + length));
  }
}
