package dev.jop.controllergen.cel.syntax;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** How the operators are called, and how they are shown. */
public final class Operators {
  /** The functions of the operators that compare, by symbol. */
  static final Map<String, String> RELATIONS =
      Map.of(
          "==", "_==_", "!=", "_!=_", "<", "_<_", "<=", "_<=_", ">", "_>_", ">=", "_>=_", "in",
          "@in");

  static final Map<String, String> SUMS = Map.of("+", "_+_", "-", "_-_");
  static final Map<String, String> PRODUCTS = Map.of("*", "_*_", "/", "_/_", "%", "_%_");

  private Operators() {}

  public static boolean isOperator(String function) {
    return function.equals("@in")
        || (function.contains("_") && !Character.isLetter(function.charAt(0)));
  }

  /** Returns an operator between the types that it was given. */
  public static String shown(String function, List<String> types) {
    String shown = function.equals("@in") ? "_ in _" : function.replace("_", " _ ").strip();
    for (String type : types) {
      shown = shown.replaceFirst("_", Matcher.quoteReplacement(type));
    }
    return shown.replace(" [", "[").replace("[ ", "[").replace(" ]", "]");
  }
}
