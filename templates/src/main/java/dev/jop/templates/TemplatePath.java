package dev.jop.templates;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template's path says: which file it is for, and for which marker of it.
 *
 * @param target the path of the file, tokens replaced
 * @param marker the marker, or empty for a whole file
 */
record TemplatePath(String target, String marker) {
  private static final String SUFFIX = ".ftl";
  private static final Pattern TOKEN = Pattern.compile("__([A-Za-z]+)__");

  static TemplatePath of(String path, Map<String, String> tokens) {
    if (!path.endsWith(SUFFIX)) {
      throw new TemplateException("the template " + path + " does not end in " + SUFFIX);
    }
    String target = replaceTokens(path.substring(0, path.length() - SUFFIX.length()), tokens);
    int at = target.indexOf('@', target.lastIndexOf('/') + 1);
    return at < 0
        ? new TemplatePath(target, "")
        : new TemplatePath(target.substring(0, at), target.substring(at + 1));
  }

  boolean isFragment() {
    return !marker.isEmpty();
  }

  private static String replaceTokens(String path, Map<String, String> tokens) {
    Matcher matcher = TOKEN.matcher(path);
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      String value = tokens.get(matcher.group(1));
      if (value == null) {
        throw new TemplateException(
            "no value for " + matcher.group() + " in the template path " + path);
      }
      matcher.appendReplacement(replaced, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(replaced).toString();
  }
}
