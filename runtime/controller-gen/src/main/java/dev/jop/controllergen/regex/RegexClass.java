package dev.jop.controllergen.regex;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a class of characters from behind its opening bracket. */
final class RegexClass {
  private static final Pattern POSIX = Pattern.compile("\\[:\\^?(.*?):]");
  private static final Set<String> POSIX_NAMES =
      Set.of(
          "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
          "space", "upper", "word", "xdigit");

  private final RegexCursor text;

  RegexClass(RegexCursor text) {
    this.text = text;
  }

  void read() {
    text.skip("^");
    boolean first = true;
    while (first || !text.skip("]")) {
      first = false;
      if (text.atEnd()) {
        throw new RegexException("a bracket is opened and not closed");
      }
      if (!posix() && !(text.at("\\") && RegexEscapes.set(text))) {
        range();
      }
    }
  }

  private boolean posix() {
    Optional<Matcher> posix = text.match(POSIX);
    if (posix.isPresent() && !POSIX_NAMES.contains(posix.get().group(1))) {
      throw new RegexException("it knows no " + posix.get().group());
    }
    return posix.isPresent();
  }

  private void range() {
    String start = text.peek(4);
    int low = character();
    if (!text.at("-") || text.at("-]") || text.peek(2).length() < 2) {
      return;
    }
    text.skip("-");
    int high = character();
    if (high < low) {
      throw new RegexException("a range begins behind its end: " + start);
    }
  }

  private int character() {
    if (text.atEnd()) {
      throw new RegexException("a bracket is opened and not closed");
    }
    return text.at("\\") ? RegexEscapes.character(text) : text.next();
  }
}
