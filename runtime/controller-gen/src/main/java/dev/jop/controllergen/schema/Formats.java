package dev.jop.controllergen.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The formats that the API server knows.
 *
 * <p>It ignores all others, so that they would promise what nobody checks.
 */
public final class Formats {
  private static final Set<String> OF_TEXT =
      Set.of(
          "bsonobjectid",
          "uri",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "cidr",
          "mac",
          "uuid",
          "uuid3",
          "uuid4",
          "uuid5",
          "isbn",
          "isbn10",
          "isbn13",
          "creditcard",
          "ssn",
          "hexcolor",
          "rgbcolor",
          "byte",
          "password",
          "date",
          "duration",
          "date-time",
          "datetime",
          "k8s-short-name",
          "k8s-long-name");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

  /** Those that one expression can tell. */
  private static final Map<String, Pattern> PATTERNS =
      Map.of(
          "ipv4", Pattern.compile("(" + BYTE + "\\.){3}" + BYTE),
          "mac",
              Pattern.compile(
                  "([0-9a-fA-F]{2}[:-]){5}([0-9a-fA-F]{2}[:-][0-9a-fA-F]{2}[:-])?[0-9a-fA-F]{2}"),
          "uuid", Pattern.compile("(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}"),
          "hexcolor", Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"),
          "ssn", Pattern.compile("\\d{3}[- ]?\\d{2}[- ]?\\d{4}"),
          "k8s-short-name", Pattern.compile("(?=.{1,63}$)" + LABEL),
          "k8s-long-name", Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*"));

  private Formats() {}

  /** Returns the formats of a type, none if its values have no formats. */
  public static Set<String> of(SchemaType type) {
    return switch (type) {
      case STRING -> OF_TEXT;
      case INTEGER -> Set.of("int32", "int64");
      case NUMBER -> Set.of("float", "double");
      default -> Set.of();
    };
  }

  /** Returns whether a text has a format, as far as that is told here; else true. */
  static boolean accepts(String format, String text) {
    return switch (format) {
      case "date" -> isMoment(() -> LocalDate.parse(text));
      case "date-time", "datetime" ->
          isMoment(() -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text));
      case "byte" -> isBase64(text);
      default -> !PATTERNS.containsKey(format) || PATTERNS.get(format).matcher(text).matches();
    };
  }

  private static boolean isMoment(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException wrong) {
      return false;
    }
  }
}
