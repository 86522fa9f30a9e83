package dev.jop.runtime.cache;

import java.util.Random;

/** Writes random JSON as no person would: with escapes, white space, odd names, and deep nests. */
final class RandomJson {

  private static final String[] TEXTS = {
    "",
    "a",
    "metadata",
    "}{",
    "][",
    "\\\"",
    "\\\\",
    "\\n",
    "\\u00e9",
    "\\ud83d\\ude00",
    "é",
    "日本",
    "😀",
    ",:"
  };
  private static final String[] SPACES = {"", "", "", " ", "\n", "\t \r\n"};

  private final Random random;
  private final StringBuilder json = new StringBuilder();

  RandomJson(long seed) {
    random = new Random(seed);
  }

  /** A Kubernetes object whose fields come in any order, managed fields among them. */
  String object() {
    json.setLength(0);
    int before = random.nextInt(3);
    open('{');
    for (int i = 0; i < before; i++) {
      member("before" + i);
      value(3);
      json.append(',');
    }
    member("metadata");
    metadata();
    for (int i = random.nextInt(3); i > 0; i--) {
      json.append(',');
      member("after" + i);
      value(3);
    }
    close('}');
    return json.toString();
  }

  private void metadata() {
    String[] fields = {
      "name",
      "namespace",
      "uid",
      "resourceVersion",
      "labels",
      "annotations",
      "managedFields",
      "other"
    };
    int first = random.nextInt(fields.length);
    open('{');
    for (int i = 0; i < fields.length; i++) {
      String field = fields[(first + i) % fields.length];
      if (i > 0) {
        json.append(',');
      }
      member(field);
      switch (field) {
        case "name", "uid", "resourceVersion" -> string("x");
        case "namespace" -> string("");
        case "labels", "annotations" -> strings();
        default -> value(3);
      }
    }
    close('}');
  }

  private void strings() {
    if (random.nextInt(8) == 0) {
      json.append("null");
      return;
    }
    open('{');
    int size = random.nextInt(20);
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        json.append(',');
      }
      string("key" + i);
      json.append(':');
      string("");
    }
    close('}');
  }

  private void value(int depth) {
    switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> json.append(random.nextInt()).append(random.nextBoolean() ? ".5e-3" : "");
      case 1 -> json.append(random.nextBoolean());
      case 2 -> json.append("null");
      case 3 -> string("");
      case 4 -> {
        open('{');
        for (int i = random.nextInt(4); i > 0; i--) {
          string("f" + i);
          json.append(':');
          value(depth - 1);
          json.append(i > 1 ? "," : "");
        }
        close('}');
      }
      default -> {
        open('[');
        for (int i = random.nextInt(4); i > 0; i--) {
          value(depth - 1);
          json.append(i > 1 ? "," : "");
        }
        close(']');
      }
    }
  }

  private void member(String name) {
    space();
    json.append('"').append(name).append('"');
    space();
    json.append(':');
    space();
  }

  private void string(String prefix) {
    json.append('"').append(prefix);
    for (int i = random.nextInt(3); i > 0; i--) {
      json.append(TEXTS[random.nextInt(TEXTS.length)]);
    }
    json.append('"');
  }

  private void open(char brace) {
    json.append(brace);
    space();
  }

  private void close(char brace) {
    space();
    json.append(brace);
  }

  private void space() {
    json.append(SPACES[random.nextInt(SPACES.length)]);
  }
}
