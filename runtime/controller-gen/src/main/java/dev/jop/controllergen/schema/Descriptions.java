package dev.jop.controllergen.schema;

import java.util.SortedMap;
import java.util.TreeMap;

/** Shortens the descriptions in a schema. */
public final class Descriptions {
  private static final String KEYWORD = "description";

  private Descriptions() {}

  /**
   * Returns the schema with no description longer than a limit; one that is, ends with its last
   * whole sentence before, else with its last whole word.
   *
   * @param limit the number of characters; 0 leaves no description
   */
  public static Schema shortened(Schema schema, int limit) {
    SortedMap<String, Object> keywords = new TreeMap<>(schema.keywords());
    if (limit == 0) {
      keywords.remove(KEYWORD);
    } else {
      keywords.computeIfPresent(KEYWORD, (name, text) -> shortened(text.toString(), limit));
    }
    return schema.withKeywords(keywords).mapChildren(child -> shortened(child, limit));
  }

  private static String shortened(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    String head = text.substring(0, limit);
    int sentence =
        Math.max(head.lastIndexOf('.'), Math.max(head.lastIndexOf('!'), head.lastIndexOf('?')));
    if (sentence > 0) {
      return head.substring(0, sentence + 1);
    }
    int word = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
    return (word > 0 ? head.substring(0, word) : head) + "...";
  }
}
