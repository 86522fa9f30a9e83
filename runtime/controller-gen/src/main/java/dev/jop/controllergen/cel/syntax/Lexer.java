package dev.jop.controllergen.cel.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an expression into words; the longest word wins, as in CEL's grammar. */
final class Lexer {
  private static final Pattern SPACE = Pattern.compile("(?:[\\t \\r\\n\\f]|//[^\\n]*)+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern DOUBLE =
      Pattern.compile("\\d+\\.\\d+(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+|\\.\\d+(?:[eE][+-]?\\d+)?");
  private static final Pattern UINT = Pattern.compile("(?:0x[0-9a-fA-F]+|\\d+)[uU]");
  private static final Pattern INT = Pattern.compile("0x[0-9a-fA-F]+|\\d+");
  private static final Pattern STRING_START = Pattern.compile("[bB]?[rR]?[\"']");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:[abfnrtv\"'\\\\?`]|[0-3][0-7][0-7]|[xX][0-9a-fA-F]{2}"
              + "|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})");
  private static final Pattern SYMBOL =
      Pattern.compile("==|!=|<=|>=|&&|\\|\\||[-+*/%!<>?:.,()\\[\\]{}]");
  private static final Set<String> WORDS = Set.of("true", "false", "null");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** Returns the words in order; the last is the end. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    skipSpace();
    while (at < text.length()) {
      next();
      skipSpace();
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
  }

  private void skipSpace() {
    Matcher space = matcher(SPACE);
    if (space.lookingAt()) {
      at = space.end();
    }
  }

  private void next() {
    if (matcher(STRING_START).lookingAt()) {
      string();
    } else if (!word()
        && !taken(DOUBLE, Token.Kind.DOUBLE)
        && !taken(UINT, Token.Kind.UINT)
        && !taken(INT, Token.Kind.INT)
        && !taken(SYMBOL, Token.Kind.SYMBOL)) {
      throw new SyntaxException(at, "'" + text.substring(at, at + 1) + "' has no meaning here");
    }
  }

  private boolean word() {
    Matcher name = matcher(NAME);
    if (!name.lookingAt()) {
      return false;
    }
    String word = name.group();
    Token.Kind kind =
        WORDS.contains(word)
            ? Token.Kind.WORD
            : word.equals("in") ? Token.Kind.SYMBOL : Token.Kind.NAME;
    take(kind, name.end());
    return true;
  }

  private boolean taken(Pattern pattern, Token.Kind kind) {
    Matcher matcher = matcher(pattern);
    if (!matcher.lookingAt()) {
      return false;
    }
    take(kind, matcher.end());
    return true;
  }

  private void string() {
    Matcher start = matcher(STRING_START);
    start.lookingAt();
    String prefix = start.group().toLowerCase(Locale.ROOT);
    char quote = prefix.charAt(prefix.length() - 1);
    boolean raw = prefix.contains("r");
    String triple = String.valueOf(quote).repeat(3);
    int open = start.end() - 1;
    int end = text.startsWith(triple, open) ? end(open + 3, triple, raw, true) : -1;
    if (end < 0) {
      end = end(open + 1, String.valueOf(quote), raw, false);
    }
    if (end < 0) {
      throw new SyntaxException(at, "the string does not end");
    }
    take(prefix.startsWith("b") ? Token.Kind.BYTES : Token.Kind.STRING, end);
  }

  /** Returns where a string ends, or -1 if it does not. */
  private int end(int from, String close, boolean raw, boolean lines) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (text.startsWith(close, i)) {
        return i + close.length();
      }
      if (!lines && (c == '\n' || c == '\r')) {
        return -1;
      }
      if (c == '\\' && !raw) {
        Matcher escape = ESCAPE.matcher(text).region(i, text.length());
        if (!escape.lookingAt()) {
          throw new SyntaxException(i, "the string has an unknown escape sequence");
        }
        i = escape.end();
      } else {
        i++;
      }
    }
    return -1;
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length());
  }

  private void take(Token.Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), at));
    at = end;
  }
}
