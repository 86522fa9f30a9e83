package dev.jop.controllergen.cel.syntax;

/** The text is no expression of CEL's. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  SyntaxException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  public CelFault fault() {
    return new CelFault(offset, String.valueOf(getMessage()));
  }
}
