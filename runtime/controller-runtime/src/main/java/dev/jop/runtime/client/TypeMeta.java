package dev.jop.runtime.client;

import dev.jop.runtime.internal.text.Printable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * What JSON says that it is; what it does not say is empty.
 *
 * <p>Asking the Java object would not do: where the JSON names no kind, it names that of its class.
 */
record TypeMeta(String apiVersion, String kind) {

  /** As deep as the codec reads. */
  private static final int DEPTH = 10_010;

  /** Without limits but that of depth: whoever decodes the rest has them. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(DEPTH)
                  .build())
          .build();

  /**
   * Reads no further than it has to: the API server says both first.
   *
   * @throws IllegalArgumentException if the bytes are no JSON object as far as they were read
   */
  static TypeMeta read(byte[] json) {
    String apiVersion = "";
    String kind = "";
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      while ((apiVersion.isEmpty() || kind.isEmpty())
          && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = parser.currentName();
        String text = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        switch (field) {
          case "apiVersion" -> apiVersion = text;
          case "kind" -> kind = text;
          default -> {}
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
    return new TypeMeta(apiVersion, kind);
  }

  /** As in {@code apps/v1 Deployment}. */
  @Override
  public String toString() {
    return Printable.of(apiVersion) + " " + Printable.of(kind);
  }
}
