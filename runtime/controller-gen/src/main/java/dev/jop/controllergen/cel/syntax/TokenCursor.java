package dev.jop.controllergen.cel.syntax;

import java.util.List;

/** Where a parser stands among the words. */
final class TokenCursor {
  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  Token name() {
    if (peek().kind() != Token.Kind.NAME) {
      throw unexpected();
    }
    return next();
  }

  void expect(String symbol) {
    if (!skip(symbol)) {
      throw new SyntaxException(
          peek().offset(), "expected '" + symbol + "', but here is " + peek());
    }
  }

  boolean skip(String symbol) {
    boolean here = peek().is(symbol);
    if (here) {
      at++;
    }
    return here;
  }

  /** Skips a comma that more follows. */
  boolean comma(String close) {
    return !peek(1).is(close) && skip(",");
  }

  SyntaxException unexpected() {
    return unexpected(peek());
  }

  static SyntaxException unexpected(Token token) {
    return new SyntaxException(token.offset(), "did not expect " + token);
  }
}
