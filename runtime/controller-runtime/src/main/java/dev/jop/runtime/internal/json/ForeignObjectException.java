package dev.jop.runtime.internal.json;

/** Objects, or a list of them, that are not what was asked for; the message says in what way. */
public final class ForeignObjectException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ForeignObjectException(String message) {
    super(message);
  }
}
