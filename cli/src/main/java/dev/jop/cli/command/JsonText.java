package dev.jop.cli.command;

import java.util.Locale;

/** Writes JSON piece by piece; a library's start would take longer than the command. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  JsonText open(char bracket) {
    separate();
    text.append(bracket);
    first = true;
    return this;
  }

  JsonText close(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  JsonText name(String name) {
    value(name);
    text.append(':');
    first = true;
    return this;
  }

  JsonText field(String name, String value) {
    return name(name).value(value);
  }

  JsonText field(String name, boolean value) {
    name(name);
    text.append(value);
    first = false;
    return this;
  }

  JsonText value(String value) {
    separate();
    text.append('"');
    value.chars().forEach(this::escaped);
    text.append('"');
    return this;
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  private void escaped(int character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      default -> {
        if (character < ' ') {
          text.append(String.format(Locale.ROOT, "\\u%04x", character));
        } else {
          text.append((char) character);
        }
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
