package dev.jop.runtime.client;

import java.util.function.Supplier;

/**
 * An object, its namespace or its kind is called so that no request can ask for it; nothing was
 * sent.
 *
 * <p>Names come from others: a field of a spec, an owner reference. The API server gives no object
 * such a name, so what is looked for does not exist; but it is an error, as in client-go, and not
 * {@link NotFoundException}, for who reads that something is gone may act on it.
 */
public final class InvalidNameException extends ApiException {

  private static final long serialVersionUID = 1L;

  private InvalidNameException(String message, IllegalArgumentException cause) {
    super(message, cause);
  }

  /** What is made of names, or what is wrong with them in words that say what was being done. */
  static <T> T unlessValid(String doing, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidNameException("cannot " + doing + ": " + e.getMessage(), e);
    }
  }
}
