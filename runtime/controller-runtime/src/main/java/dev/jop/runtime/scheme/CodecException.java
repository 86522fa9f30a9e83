package dev.jop.runtime.scheme;

/** An object could not be turned into bytes, or bytes into an object of the wanted type. */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CodecException(String message) {
    super(message);
  }

  CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}
