package dev.jop.controllergen.regex;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what begins with a backslash. */
final class RegexEscapes {
  private static final Pattern PERL = Pattern.compile("\\\\[dDsSwW]");
  private static final Pattern UNICODE = Pattern.compile("\\\\[pP](?:\\{\\^?([^{}]*)}|([^{^]))");
  private static final Pattern HEX =
      Pattern.compile("\\\\x(?:\\{([0-9a-fA-F]+)}|([0-9a-fA-F]{2}))");
  private static final Pattern OCTAL = Pattern.compile("\\\\(0[0-7]{0,2}|[1-7][0-7]{1,2})");
  private static final Pattern NAMED = Pattern.compile("\\\\([aftnrv])");
  private static final Pattern PUNCTUATION = Pattern.compile("\\\\([\\x00-\\x7f&&[^a-zA-Z0-9]])");
  private static final Set<String> CATEGORIES =
      Set.of(
          ("any ascii assigned c cc cf cn co cs l lc ll lm lo lt lu m mc me mn n nd nl no p pc pd"
                  + " pe pf pi po ps s sc sk sm so z zl zp zs other control cntrl format unassigned"
                  + " privateuse surrogate letter casedletter lowercaseletter modifierletter"
                  + " otherletter titlecaseletter uppercaseletter mark combiningmark spacingmark"
                  + " enclosingmark nonspacingmark number decimalnumber digit letternumber"
                  + " othernumber punctuation punct connectorpunctuation dashpunctuation"
                  + " closepunctuation finalpunctuation initialpunctuation otherpunctuation"
                  + " openpunctuation symbol currencysymbol modifiersymbol mathsymbol othersymbol"
                  + " separator lineseparator paragraphseparator spaceseparator")
              .split(" "));

  private RegexEscapes() {}

  /** Reads a set of characters such as {@code \d} or {@code \pL}; returns whether one is here. */
  static boolean set(RegexCursor text) {
    if (text.match(PERL).isPresent()) {
      return true;
    }
    Optional<Matcher> unicode = text.match(UNICODE);
    if (unicode.isEmpty()) {
      return false;
    }
    String name = unicode.get().group(1) == null ? unicode.get().group(2) : unicode.get().group(1);
    if (!isKnown(name)) {
      throw new RegexException("it knows no " + unicode.get().group());
    }
    return true;
  }

  private static boolean isKnown(String name) {
    String plain = name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    if (CATEGORIES.contains(plain)) {
      return true;
    }
    for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
      if (script.name().replace("_", "").equalsIgnoreCase(plain)) {
        return script != Character.UnicodeScript.UNKNOWN;
      }
    }
    return false;
  }

  /** Reads one character that is written with a backslash, and returns it. */
  static int character(RegexCursor text) {
    Optional<Matcher> hex = text.match(HEX);
    if (hex.isPresent()) {
      String digits = hex.get().group(1) == null ? hex.get().group(2) : hex.get().group(1);
      int codePoint = digits.length() > 8 ? Integer.MAX_VALUE : (int) Long.parseLong(digits, 16);
      if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
        throw new RegexException("there is no character " + hex.get().group());
      }
      return codePoint;
    }
    Optional<Matcher> octal = text.match(OCTAL);
    if (octal.isPresent()) {
      return Integer.parseInt(octal.get().group(1), 8);
    }
    Optional<Matcher> named = text.match(NAMED);
    if (named.isPresent()) {
      return "\u0007\f\t\n\r\u000b".charAt("aftnrv".indexOf(named.get().group(1)));
    }
    Optional<Matcher> punctuation = text.match(PUNCTUATION);
    if (punctuation.isPresent()) {
      return punctuation.get().group(1).charAt(0);
    }
    throw new RegexException(
        text.peek(2).length() < 2 ? "it ends with a backslash" : "it knows no " + text.peek(2));
  }
}
