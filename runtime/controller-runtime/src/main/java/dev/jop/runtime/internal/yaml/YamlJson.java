package dev.jop.runtime.internal.yaml;

import dev.jop.runtime.internal.yaml.YamlNode.Field;
import dev.jop.runtime.internal.yaml.YamlNode.Mapping;
import dev.jop.runtime.internal.yaml.YamlNode.Scalar;
import dev.jop.runtime.internal.yaml.YamlNode.Sequence;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what was read as JSON, with the numbers and booleans that kubectl makes of it. */
public final class YamlJson {

  private YamlJson() {}

  /**
   * The JSON of a node.
   *
   * @throws YamlException if a number in it has no form in JSON
   */
  public static String of(YamlNode node) throws YamlException {
    StringWriter json = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), json)) {
      write(node, generator);
    }
    return json.toString();
  }

  private static void write(YamlNode node, JsonGenerator json) throws YamlException {
    if (node instanceof Mapping mapping) {
      json.writeStartObject();
      for (Map.Entry<String, Field> field : mapping.fields().entrySet()) {
        json.writeName(field.getKey());
        write(field.getValue().value(), json);
      }
      json.writeEndObject();
    } else if (node instanceof Sequence sequence) {
      json.writeStartArray();
      for (YamlNode item : sequence.items()) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (node instanceof Scalar scalar) {
      write(scalar, json);
    }
  }

  private static void write(Scalar scalar, JsonGenerator json) throws YamlException {
    switch (scalar.kind()) {
      case NULL -> json.writeNull();
      case BOOLEAN -> json.writeBoolean(PlainScalars.isTrue(scalar.text()));
      case NUMBER -> json.writeNumber(number(scalar));
      case TEXT -> json.writeString(scalar.text());
    }
  }

  private static BigDecimal number(Scalar scalar) throws YamlException {
    String text = scalar.text().replace("_", "").toLowerCase(Locale.ROOT);
    String sign = text.startsWith("-") ? "-" : "";
    String digits = text.replaceFirst("^[-+]", "");
    try {
      if (digits.matches("0x[0-9a-f]+")) {
        return new BigDecimal(new BigInteger(sign + digits.substring(2), 16));
      }
      if (digits.matches("0b[01]+")) {
        return new BigDecimal(new BigInteger(sign + digits.substring(2), 2));
      }
      if (digits.matches("0o?[0-7]+")) {
        return new BigDecimal(new BigInteger(sign + digits.replaceFirst("^0o?", ""), 8));
      }
      return new BigDecimal(sign + digits);
    } catch (NumberFormatException e) {
      throw new YamlException(scalar.line(), "a number that JSON does not know");
    }
  }
}
