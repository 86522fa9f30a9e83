package dev.jop.runtime.internal.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks for. Refused is what two readers could take for two different things: an
 * escaped slash, steps up or aside, characters that no target has.
 *
 * @param path decoded
 * @param query the parameters
 */
record Target(String path, Map<String, List<String>> query) {

  private static final Pattern ABSOLUTE =
      Pattern.compile("https?://[^/?]+(.*)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a request target of origin form, or of absolute form as it is sent to a proxy.
   *
   * @throws RefusedException if it is neither
   */
  static Target parse(String text) throws RefusedException {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter <= ' ' || letter >= 0x7f || letter == '#' || letter == '\\') {
        throw new RefusedException(400, "the path has a character that must be escaped");
      }
    }
    String target = text.startsWith("/") ? text : origin(text);
    int question = target.indexOf('?');
    return question < 0
        ? new Target(path(target), Map.of())
        : new Target(path(target.substring(0, question)), query(target.substring(question + 1)));
  }

  private static String origin(String text) throws RefusedException {
    Matcher url = ABSOLUTE.matcher(text);
    if (!url.matches()) {
      throw new RefusedException(400, "what is asked for must be a path or a URL");
    }
    return url.group(1).startsWith("/") ? url.group(1) : "/" + url.group(1);
  }

  private static String path(String text) throws RefusedException {
    List<String> segments = new ArrayList<>();
    for (String escaped : text.split("/", -1)) {
      String segment = decode(escaped);
      if (segment.equals(".") || segment.equals("..")) {
        throw new RefusedException(400, "the path must not have segments . or ..");
      }
      if (segment.chars().anyMatch(letter -> letter < ' ' || letter == 0x7f)
          || segment.contains("/")
          || segment.contains("\\")) {
        throw new RefusedException(400, "the path must not have escaped slashes or controls");
      }
      segments.add(segment);
    }
    return String.join("/", segments);
  }

  private static Map<String, List<String>> query(String text) throws RefusedException {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String parameter : text.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (!parameter.isEmpty()) {
        query
            .computeIfAbsent(decode(name.replace('+', ' ')), unused -> new ArrayList<>())
            .add(decode(value.replace('+', ' ')));
      }
    }
    query.replaceAll((name, values) -> Collections.unmodifiableList(values));
    return Collections.unmodifiableMap(query);
  }

  private static String decode(String text) throws RefusedException {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        bytes.write(text.charAt(i));
      } else {
        bytes.write(digit(text, i + 1) << 4 | digit(text, i + 2));
        i += 2;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(400, "what is escaped must be UTF-8");
    }
  }

  private static int digit(String text, int at) throws RefusedException {
    int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (digit < 0) {
      throw new RefusedException(400, "a % must be followed by two hexadecimal digits");
    }
    return digit;
  }
}
