package dev.jop.controllergen.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A documentation comment as plain text.
 *
 * @param description what it says before its block tags
 * @param parameters what its {@code @param} tags say, by name
 */
public record Javadoc(String description, Map<String, String> parameters) {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)");
  private static final Pattern PARAMETER = Pattern.compile("(?s)\\s+(\\S+)\\s*(.*)");

  /** Returns what a comment says; nothing if there is none. */
  public static Javadoc parse(@Nullable String comment) {
    if (comment == null) {
      return new Javadoc("", Map.of());
    }
    Matcher tag = BLOCK_TAG.matcher(comment);
    Map<String, String> parameters = new LinkedHashMap<>();
    int end = comment.length();
    int description = end;
    while (tag.find()) {
      if (insideInlineTag(comment, tag.start(1))) {
        continue;
      }
      if (description == end) {
        description = tag.start();
      }
      if (tag.group(1).equals("param")) {
        Matcher parameter =
            PARAMETER.matcher(comment.substring(tag.end(), endOfTag(comment, tag.end())));
        if (parameter.matches()) {
          parameters.put(parameter.group(1), JavadocText.plain(parameter.group(2)));
        }
      }
    }
    return new Javadoc(JavadocText.plain(comment.substring(0, description)), parameters);
  }

  private static int endOfTag(String comment, int from) {
    Matcher next = BLOCK_TAG.matcher(comment);
    int at = from;
    while (next.find(at)) {
      if (!insideInlineTag(comment, next.start(1))) {
        return next.start();
      }
      at = next.end();
    }
    return comment.length();
  }

  private static boolean insideInlineTag(String comment, int position) {
    int depth = 0;
    for (int i = 0; i < position; i++) {
      char c = comment.charAt(i);
      if (c == '{' && (depth > 0 || comment.startsWith("{@", i))) {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
      }
    }
    return depth > 0;
  }
}
