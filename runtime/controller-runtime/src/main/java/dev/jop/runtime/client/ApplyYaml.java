package dev.jop.runtime.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON so that the API server's YAML parser reads what a JSON parser would.
 *
 * <p>The server takes what is applied as YAML alone (or as CBOR, if a feature gate says so), and
 * JSON is not quite YAML. Characters that YAML takes for line breaks or refuses are escaped, and a
 * long name is marked as one, for YAML expects those to be short.
 */
final class ApplyYaml {

  /** YAML finds a name of up to 1,022 characters without a mark; a byte here is up to 6 there. */
  private static final int LONGEST_NAME = 150;

  private final byte[] json;
  private final ByteArrayOutputStream yaml;

  private ApplyYaml(byte[] json) {
    this.json = json;
    this.yaml = new ByteArrayOutputStream(json.length + json.length / 16);
  }

  /**
   * The YAML for JSON.
   *
   * @param json as the codec writes it: without white space, and characters beyond the basic plane
   *     as they are, for the YAML parser takes no escaped surrogates
   */
  static byte[] of(byte[] json) {
    return new ApplyYaml(json).write();
  }

  private byte[] write() {
    int i = 0;
    while (i < json.length) {
      if (json[i] == '"') {
        int end = endOfText(i);
        if (end - i > LONGEST_NAME && end < json.length && json[end] == ':') {
          yaml.write('?');
          yaml.write(' ');
        }
        i = writeText(i, end);
      } else {
        yaml.write(json[i]);
        i++;
      }
    }
    return yaml.toByteArray();
  }

  private int endOfText(int start) {
    int i = start + 1;
    while (json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private int writeText(int start, int end) {
    int i = start;
    while (i < end) {
      int length = length(json[i]);
      if (length < 4 && isOdd(character(i, length))) {
        String escape = String.format("\\u%04X", character(i, length));
        yaml.writeBytes(escape.getBytes(StandardCharsets.US_ASCII));
      } else {
        yaml.write(json, i, length);
      }
      i += length;
    }
    return end;
  }

  /** How many bytes a character takes in UTF-8. */
  private static int length(byte first) {
    return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
  }

  private int character(int at, int length) {
    return switch (length) {
      case 1 -> json[at];
      case 2 -> ((json[at] & 0x1F) << 6) + low(at + 1);
      default -> ((json[at] & 0x0F) << 12) + (low(at + 1) << 6) + low(at + 2);
    };
  }

  private int low(int at) {
    return json[at] & 0x3F;
  }

  private static boolean isOdd(int character) {
    return (character >= 0x7F && character <= 0x9F)
        || character == 0x2028
        || character == 0x2029
        || character == 0xFEFF
        || character >= 0xFFFE;
  }
}
