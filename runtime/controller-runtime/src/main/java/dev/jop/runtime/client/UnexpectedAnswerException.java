package dev.jop.runtime.client;

import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

  /** What an answer says, or that it is no JSON. */
  static JsonNode unlessJson(String doing, byte[] answer) {
    try {
      return Codec.shared().tree(answer);
    } catch (CodecException e) {
      throw new UnexpectedAnswerException(doing, "is no JSON", e);
    }
  }
}
