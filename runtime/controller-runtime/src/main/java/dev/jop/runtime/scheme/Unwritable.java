package dev.jop.runtime.scheme;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds what Jackson writes without being asked and no API server reads as it was meant: half a
 * surrogate pair, which is no character, and numbers that are none or too large for a {@code
 * double}, which is what a server makes of all that are no {@code long}.
 */
final class Unwritable {

  private static final int FEW_DIGITS = 300;

  private Unwritable() {}

  /** Whether there may be something: a quick look at the bytes that were written. */
  static boolean isPossible(byte[] json) {
    int digits = 0;
    int digitsOfExponent = -1;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (b >= '0' && b <= '9') {
        digits++;
        digitsOfExponent += digitsOfExponent < 0 ? 0 : 1;
        if (digits > FEW_DIGITS || digitsOfExponent > 2) {
          return true;
        }
        continue;
      }
      boolean exponent = (b == 'E' && digits > 0) || (b == '+' && digitsOfExponent == 0);
      digitsOfExponent = exponent ? 0 : -1;
      digits = 0;
      if (b == '\\') {
        i++;
        if (json[i] == 'u' && (json[i + 1] | 0x20) == 'd' && json[i + 2] >= '8') {
          return true;
        }
      } else if ((b == 'N' || b == 'I') && i > 0 && ":,[-".indexOf(json[i - 1]) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What it is, and where; nothing if all is well. */
  static Optional<String> find(JsonNode value) {
    return find(value, FieldPath.ROOT);
  }

  private static Optional<String> find(JsonNode value, FieldPath path) {
    if (value.isString()) {
      return isText(value.stringValue())
          ? Optional.empty()
          : Optional.of(path + " has half a surrogate pair, which is no character");
    }
    if (value.isNumber() && !Double.isFinite(value.numberValue().doubleValue())) {
      return Optional.of(path + ": " + Misreading.brief(value) + " is no number for an API server");
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      FieldPath at = path.field(field.getKey());
      if (!isText(field.getKey())) {
        return Optional.of(at + ": the name has half a surrogate pair, which is no character");
      }
      Optional<String> found = find(field.getValue(), at);
      if (found.isPresent()) {
        return found;
      }
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      Optional<String> found = find(value.get(i), path.element(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
