package dev.jop.runtime.internal.yaml;

import java.util.List;
import java.util.Map;

/** A part of a YAML document. */
public sealed interface YamlNode {

  /** The line in which it begins, counted from 1. */
  int line();

  /**
   * Reads a document; of several, the first. Aliases and merge keys are followed.
   *
   * @param utf8 YAML or JSON
   * @throws YamlException if it is neither, names a field twice, or is nested or repeated by
   *     aliases beyond all reason
   */
  static YamlNode read(byte[] utf8) throws YamlException {
    return YamlParser.parse(utf8);
  }

  /**
   * A text, number, boolean or null.
   *
   * @param text what it says, without quotes
   * @param kind what it is taken for
   * @param start where it begins in the document, in code points, quotes included
   * @param end where it ends
   */
  record Scalar(String text, Kind kind, int line, int start, int end) implements YamlNode {

    /** Whether it is a boolean that is true. */
    public boolean isTrue() {
      return kind == Kind.BOOLEAN && PlainScalars.isTrue(text);
    }

    @Override
    public String toString() {
      return kind + " in line " + line;
    }
  }

  /**
   * A list.
   *
   * @param items its items
   */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    @Override
    public String toString() {
      return "list in line " + line;
    }
  }

  /**
   * Named fields.
   *
   * @param fields the fields in their order
   * @param flow whether they stand in braces
   */
  record Mapping(Map<String, Field> fields, boolean flow, int line) implements YamlNode {
    @Override
    public String toString() {
      return "fields in line " + line;
    }
  }

  /**
   * One field of a mapping.
   *
   * @param value what it holds
   * @param line the line of its name
   * @param start where its name begins in the document, in code points
   */
  record Field(YamlNode value, int line, int start) {}

  /** What a scalar is taken for. */
  enum Kind {
    /** Text, as everything in quotes is. */
    TEXT,
    /** True or false. */
    BOOLEAN,
    /** A number. */
    NUMBER,
    /** Nothing. */
    NULL
  }
}
