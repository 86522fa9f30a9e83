package dev.jop.controllergen.cel.syntax;

/**
 * What is wrong with an expression.
 *
 * @param offset where in the expression, in UTF-16 units from its start
 * @param message what is wrong there, in one line
 */
public record CelFault(int offset, String message) {

  /**
   * Returns the message with the line of the expression that it is about, and a mark below the
   * place.
   */
  public String in(String expression) {
    int at = Math.min(offset, expression.length());
    int start = expression.lastIndexOf('\n', at - 1) + 1;
    int end = expression.indexOf('\n', at);
    String line = expression.substring(start, end < 0 ? expression.length() : end);
    String margin = line.substring(0, at - start).replaceAll("[^\t]", " ");
    return message + "\n  " + line + "\n  " + margin + "^";
  }
}
