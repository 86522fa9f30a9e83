package dev.jop.runtime.internal.yaml;

/** A text is no YAML, or more than is read of it. The message repeats nothing of the text. */
public final class YamlException extends Exception {

  private static final long serialVersionUID = 1L;

  YamlException(int line, String problem) {
    super("line " + line + ": " + problem);
  }

  YamlException(String problem) {
    super(problem);
  }
}
