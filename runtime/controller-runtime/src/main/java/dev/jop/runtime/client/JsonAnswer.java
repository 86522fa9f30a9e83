package dev.jop.runtime.client;

import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import tools.jackson.databind.JsonNode;

/** Reads an answer of which only a few fields matter. */
final class JsonAnswer {

  private JsonAnswer() {}

  /**
   * Reads an answer as a tree.
   *
   * @throws UnexpectedAnswerException if it is no JSON
   */
  static JsonNode tree(byte[] json, String doing) {
    try {
      return Codec.shared().tree(json);
    } catch (CodecException e) {
      throw new UnexpectedAnswerException(doing, "is no JSON", e);
    }
  }
}
