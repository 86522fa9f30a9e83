package dev.jop.runtime.internal.json;

/** Bytes that are not the JSON they should be; the message says what is wrong, and where. */
public final class MalformedJsonException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * What is wrong.
   *
   * @param message a part of a sentence, without a full stop
   */
  public MalformedJsonException(String message) {
    super(message);
  }
}
