package dev.jop.runtime.client;

import org.jspecify.annotations.Nullable;

/**
 * The API server, or what answers in its place, reports success but does not send what was asked
 * for: another object, another kind, a list, nothing, or what cannot be read.
 *
 * <p>A write may have been done all the same.
 */
public final class UnexpectedAnswerException extends ApiException {

  private static final long serialVersionUID = 1L;
  private static final int SUCCESS = 200;

  UnexpectedAnswerException(String doing, String what, @Nullable Throwable cause) {
    super("the answer to \"" + doing + "\" " + what, SUCCESS, "");
    if (cause != null) {
      initCause(cause);
    }
  }
}
