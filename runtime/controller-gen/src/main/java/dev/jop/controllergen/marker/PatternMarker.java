package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expression that a string must contain, in the part of the syntax that Java and RE2
 * share.
 */
final class PatternMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    return pattern(use.text("value"), schema);
  }

  /** Returns the schema with a pattern, if the API server understands that. */
  static Schema pattern(String pattern, Schema schema) {
    if (schema.type() != SchemaType.STRING && schema.type() != SchemaType.INT_OR_STRING) {
      throw new MisuseException("needs a string, not a value of type " + schema.type());
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException wrong) {
      throw new MisuseException(wrong.getDescription() + " in " + pattern);
    }
    rejectWhatRe2Lacks(pattern);
    return schema.with("pattern", pattern);
  }

  private static void rejectWhatRe2Lacks(String pattern) {
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = pattern.charAt(i);
        if ((escaped >= '1' && escaped <= '9') || "kGZRXheu".indexOf(escaped) >= 0) {
          throw lacking("\\" + escaped, pattern);
        }
        if (escaped == 'Q') {
          i = Math.max(i, pattern.indexOf("\\E", i));
        }
      } else if (c == '[') {
        if (inClass && !pattern.startsWith("[:", i)) {
          throw lacking("a class inside a class", pattern);
        }
        inClass = true;
        i = skipFirstBracket(pattern, i);
      } else if (c == ']') {
        inClass = false;
      } else if (inClass && pattern.startsWith("&&", i)) {
        throw lacking("&&", pattern);
      } else if (!inClass && pattern.startsWith("(?", i)) {
        rejectGroup(pattern, i);
      } else if (!inClass && c == '+' && i > 0 && isQuantifier(pattern, i - 1)) {
        throw lacking("a possessive quantifier", pattern);
      }
    }
  }

  private static int skipFirstBracket(String pattern, int open) {
    int next = open + 1;
    if (next < pattern.length() && pattern.charAt(next) == '^') {
      next++;
    }
    return next < pattern.length() && pattern.charAt(next) == ']' ? next : next - 1;
  }

  private static void rejectGroup(String pattern, int at) {
    for (String group : new String[] {"(?=", "(?!", "(?<=", "(?<!", "(?>"}) {
      if (pattern.startsWith(group, at)) {
        throw lacking(group, pattern);
      }
    }
  }

  private static boolean isQuantifier(String pattern, int at) {
    return "*+?}".indexOf(pattern.charAt(at)) >= 0 && (at == 0 || pattern.charAt(at - 1) != '\\');
  }

  private static MisuseException lacking(String what, String pattern) {
    return new MisuseException(
        "the API server's regular expressions (RE2) do not know " + what + " in " + pattern);
  }
}
