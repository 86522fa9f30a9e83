package dev.jop.controllergen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns the markup of a documentation comment into plain text.
 *
 * <p>How the lines of the comment are broken does not matter: a paragraph becomes one line, an
 * empty line stands between paragraphs, and each item of a list has a line with a dash.
 */
final class JavadocText {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]+);");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"),
          Map.entry("ne", "\u2260"),
          Map.entry("times", "\u00d7"),
          Map.entry("rarr", "\u2192"),
          Map.entry("deg", "\u00b0"),
          Map.entry("micro", "\u00b5"));

  /** Stands for a break while white space is joined; a comment cannot contain it. */
  private static final char PARAGRAPH = '\u0001';

  private static final char LINE = '\u0002';

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private JavadocText(String source) {
    this.source = source;
  }

  static String plain(String source) {
    JavadocText reader = new JavadocText(source);
    reader.read();
    return tidy(reader.text.toString());
  }

  private void read() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith("{@", at)) {
        inlineTag();
      } else if (c == '<' && htmlEnd() > 0) {
        html(source.substring(at + 1, htmlEnd()));
        at = htmlEnd() + 1;
      } else if (c == '&') {
        entity();
      } else {
        text.append(c);
        at++;
      }
    }
  }

  private void inlineTag() {
    int depth = 0;
    int end = at;
    do {
      depth += source.charAt(end) == '{' ? 1 : source.charAt(end) == '}' ? -1 : 0;
      end++;
    } while (depth > 0 && end < source.length());
    String[] parts = SPACE.split(source.substring(at + 2, end - (depth == 0 ? 1 : 0)), 2);
    String content = parts.length > 1 ? parts[1].strip() : "";
    switch (parts[0]) {
      case "link", "linkplain" -> text.append(label(content));
      case "inheritDoc" -> {}
      default -> text.append(content);
    }
    at = end;
  }

  /** The label of a link, or the name that it leads to, written as in code. */
  private static String label(String content) {
    int parenthesis = content.indexOf('(');
    int close = content.indexOf(')', Math.max(parenthesis, 0));
    int space =
        content.indexOf(' ', parenthesis >= 0 && parenthesis < firstSpace(content) ? close : 0);
    if (space > 0) {
      return plain(content.substring(space));
    }
    String target = content.startsWith("#") ? content.substring(1) : content;
    int member = target.indexOf('#');
    String type = member < 0 ? target : target.substring(0, member);
    String simple = type.indexOf('(') < 0 ? type.substring(type.lastIndexOf('.') + 1) : type;
    return member < 0 ? simple : simple + "." + target.substring(member + 1);
  }

  private static int firstSpace(String content) {
    int space = content.indexOf(' ');
    return space < 0 ? content.length() : space;
  }

  /**
   * The end of an HTML tag or comment that begins here, or -1 if the bracket is just a character.
   */
  private int htmlEnd() {
    if (source.startsWith("<!--", at)) {
      int end = source.indexOf("-->", at);
      return end < 0 ? -1 : end + 2;
    }
    boolean tag =
        at + 1 < source.length()
            && (Character.isLetter(source.charAt(at + 1)) || source.charAt(at + 1) == '/');
    return tag ? source.indexOf('>', at) : -1;
  }

  private void html(String tag) {
    String name = tag.toLowerCase(java.util.Locale.ROOT).replaceAll("(?s)[\\s/].*", "");
    switch (tag.startsWith("/") ? tag : name) {
      case "p",
          "ul",
          "ol",
          "/ul",
          "/ol",
          "pre",
          "/pre",
          "h1",
          "h2",
          "h3",
          "table",
          "/table",
          "blockquote" ->
          text.append(PARAGRAPH);
      case "li" -> text.append(LINE).append("- ");
      case "br", "tr" -> text.append(LINE);
      default -> {}
    }
  }

  private void entity() {
    var matcher = ENTITY.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      text.append('&');
      at++;
      return;
    }
    String name = matcher.group(1);
    if (name.startsWith("#x") || name.startsWith("#X")) {
      text.appendCodePoint(Integer.parseInt(name.substring(2), 16));
    } else if (name.startsWith("#")) {
      text.appendCodePoint(Integer.parseInt(name.substring(1)));
    } else {
      text.append(ENTITIES.getOrDefault(name, matcher.group()));
    }
    at = matcher.end();
  }

  private static String tidy(String raw) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : raw.split(String.valueOf(PARAGRAPH), -1)) {
      List<String> lines = new ArrayList<>();
      for (String line : paragraph.split(String.valueOf(LINE), -1)) {
        String joined = SPACE.matcher(line).replaceAll(" ").strip();
        if (!joined.isEmpty()) {
          lines.add(joined);
        }
      }
      if (!lines.isEmpty()) {
        paragraphs.add(String.join("\n", lines));
      }
    }
    return String.join("\n\n", paragraphs);
  }
}
