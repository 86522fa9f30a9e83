package dev.jop.controllergen.cel.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes an expression of words, by recursive descent along CEL's grammar.
 *
 * <p>It stops at the first fault. Chains of {@code &&} and {@code ||} become balanced trees; all
 * else may nest as deep as the API server allows.
 */
public final class Parser {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_DEPTH = 250;
  private final TokenCursor tokens;
  private int depth;

  private Parser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  /** Returns the expression; throws a {@link SyntaxException} if there is none. */
  public static Expr parse(String text) {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      throw new SyntaxException(0, "the expression is longer than " + MAX_LENGTH + " characters");
    }
    Parser parser = new Parser(new TokenCursor(Lexer.tokens(text)));
    Expr expr = parser.expr();
    if (parser.tokens.peek().kind() != Token.Kind.END) {
      throw parser.tokens.unexpected();
    }
    return expr;
  }

  private Expr expr() {
    enter();
    Expr condition = logic("||", "_||_", () -> logic("&&", "_&&_", this::relation));
    Token question = tokens.peek();
    if (tokens.skip("?")) {
      Expr yes = logic("||", "_||_", () -> logic("&&", "_&&_", this::relation));
      tokens.expect(":");
      Expr no = expr();
      condition = new Expr.Call("_?_:_", null, List.of(condition, yes, no), question.offset());
    }
    depth--;
    return condition;
  }

  private Expr logic(String symbol, String function, Supplier<Expr> term) {
    List<Expr> terms = new ArrayList<>();
    List<Token> operators = new ArrayList<>();
    terms.add(term.get());
    while (tokens.peek().is(symbol)) {
      operators.add(tokens.next());
      terms.add(term.get());
    }
    return balanced(function, terms, operators, 0, terms.size());
  }

  private static Expr balanced(
      String function, List<Expr> terms, List<Token> operators, int from, int to) {
    if (to - from == 1) {
      return terms.get(from);
    }
    int middle = (from + to + 1) / 2;
    return new Expr.Call(
        function,
        null,
        List.of(
            balanced(function, terms, operators, from, middle),
            balanced(function, terms, operators, middle, to)),
        operators.get(middle - 1).offset());
  }

  private Expr relation() {
    return binary(Operators.RELATIONS, this::sum);
  }

  private Expr sum() {
    return binary(Operators.SUMS, this::product);
  }

  private Expr product() {
    return binary(Operators.PRODUCTS, this::unary);
  }

  private Expr binary(Map<String, String> functions, Supplier<Expr> operand) {
    int outer = depth;
    Expr left = operand.get();
    while (tokens.peek().kind() == Token.Kind.SYMBOL
        && functions.containsKey(tokens.peek().text())) {
      enter();
      Token operator = tokens.next();
      Expr right = operand.get();
      String function = functions.getOrDefault(operator.text(), operator.text());
      left = new Expr.Call(function, null, List.of(left, right), operator.offset());
    }
    depth = outer;
    return left;
  }

  private Expr unary() {
    if (tokens.peek().is("!")) {
      return repeated("!", "!_");
    }
    if (tokens.peek().is("-") && !tokens.peek(1).isNumber()) {
      return repeated("-", "-_");
    }
    return member();
  }

  private Expr repeated(String symbol, String function) {
    Token first = tokens.peek();
    int times = 0;
    while (tokens.skip(symbol)) {
      times++;
    }
    Expr operand = member();
    return times % 2 == 0
        ? operand
        : new Expr.Call(function, null, List.of(operand), first.offset());
  }

  private Expr member() {
    int outer = depth;
    Expr expr = primary();
    while (true) {
      if (tokens.skip(".")) {
        enter();
        expr = tokens.skip("?") ? optionalField(expr) : fieldOrCall(expr);
      } else if (tokens.peek().is("[")) {
        enter();
        expr = index(expr);
      } else {
        depth = outer;
        return expr;
      }
    }
  }

  private Expr optionalField(Expr operand) {
    Token name = tokens.name();
    Expr field = new Expr.Literal(CelType.STRING, name.text(), name.offset());
    return new Expr.Call("_?._", null, List.of(operand, field), name.offset());
  }

  private Expr fieldOrCall(Expr operand) {
    Token name = tokens.name();
    if (!tokens.skip("(")) {
      return new Expr.Select(operand, name.text(), false, name.offset());
    }
    List<Expr> args = arguments();
    return Macros.unfold(new Expr.Call(name.text(), operand, args, name.offset()));
  }

  private Expr index(Expr operand) {
    Token open = tokens.next();
    String function = tokens.skip("?") ? "_[?_]" : "_[_]";
    Expr index = expr();
    tokens.expect("]");
    return new Expr.Call(function, null, List.of(operand, index), open.offset());
  }

  private List<Expr> arguments() {
    List<Expr> args = new ArrayList<>();
    if (!tokens.peek().is(")")) {
      do {
        args.add(expr());
      } while (tokens.skip(","));
    }
    tokens.expect(")");
    return args;
  }

  private Expr primary() {
    Token token = tokens.peek();
    if (token.is("(")) {
      tokens.next();
      Expr expr = expr();
      tokens.expect(")");
      return expr;
    }
    if (token.is("[")) {
      return list();
    }
    if (token.is("{")) {
      return map();
    }
    if (token.is(".") || token.kind() == Token.Kind.NAME) {
      return named();
    }
    boolean negative = tokens.skip("-");
    return Literals.of(tokens.next(), negative).orElseThrow(() -> TokenCursor.unexpected(token));
  }

  private Expr named() {
    Token first = tokens.peek();
    String dot = tokens.skip(".") ? "." : "";
    int length = messageName();
    if (length > 0) {
      return message(dot, length, first);
    }
    Token name = tokens.name();
    if (CelName.isReserved(name.text())) {
      throw new SyntaxException(name.offset(), "'" + name.text() + "' is a reserved word");
    }
    if (!tokens.skip("(")) {
      return new Expr.Ident(dot + name.text(), name.offset());
    }
    List<Expr> args = arguments();
    return Macros.unfold(new Expr.Call(dot + name.text(), null, args, name.offset()));
  }

  /** Returns of how many words the name before a brace is, or 0 if there is no brace. */
  private int messageName() {
    int length = 0;
    while (tokens.peek(length).kind() == Token.Kind.NAME) {
      if (tokens.peek(length + 1).is("{")) {
        return length + 1;
      }
      if (!tokens.peek(length + 1).is(".")) {
        return 0;
      }
      length += 2;
    }
    return 0;
  }

  private Expr message(String dot, int length, Token first) {
    StringBuilder name = new StringBuilder(dot);
    for (int i = 0; i < length; i++) {
      name.append(tokens.next().text());
    }
    tokens.next();
    List<Expr.Field> fields = new ArrayList<>();
    while (!tokens.peek().is("}") && !tokens.peek().is(",")) {
      boolean optional = tokens.skip("?");
      Token field = tokens.name();
      int colon = tokens.peek().offset();
      tokens.expect(":");
      fields.add(new Expr.Field(field.text(), expr(), optional, colon));
      if (!tokens.comma("}")) {
        break;
      }
    }
    tokens.skip(",");
    tokens.expect("}");
    return new Expr.Message(name.toString(), fields, first.offset());
  }

  private Expr list() {
    Token open = tokens.next();
    List<Expr> elements = new ArrayList<>();
    Set<Integer> optional = new HashSet<>();
    while (!tokens.peek().is("]") && !tokens.peek().is(",")) {
      if (tokens.skip("?")) {
        optional.add(elements.size());
      }
      elements.add(expr());
      if (!tokens.comma("]")) {
        break;
      }
    }
    tokens.skip(",");
    tokens.expect("]");
    return new Expr.ListOf(elements, optional, open.offset());
  }

  private Expr map() {
    Token open = tokens.next();
    List<Expr.Entry> entries = new ArrayList<>();
    while (!tokens.peek().is("}") && !tokens.peek().is(",")) {
      boolean optional = tokens.skip("?");
      Expr key = expr();
      tokens.expect(":");
      entries.add(new Expr.Entry(key, expr(), optional));
      if (!tokens.comma("}")) {
        break;
      }
    }
    tokens.skip(",");
    tokens.expect("}");
    return new Expr.MapOf(entries, open.offset());
  }

  private void enter() {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new SyntaxException(
          tokens.peek().offset(), "the expression nests deeper than " + MAX_DEPTH + " levels");
    }
  }
}
