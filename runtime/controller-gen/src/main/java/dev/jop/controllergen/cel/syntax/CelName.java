package dev.jop.controllergen.cel.syntax;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a property is called in expressions, where CEL's names are narrower than JSON's. */
public final class CelName {
  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");
  private static final Pattern SPEAKABLE = Pattern.compile("[a-zA-Z_./-][a-zA-Z0-9_./-]*");

  private CelName() {}

  public static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /** Returns the name of a property in expressions, or nothing if it cannot be spoken of. */
  public static Optional<String> escaped(String property) {
    if (isReserved(property)) {
      return Optional.of("__" + property + "__");
    }
    if (!SPEAKABLE.matcher(property).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        property
            .replace("__", "__underscores__")
            .replace(".", "__dot__")
            .replace("-", "__dash__")
            .replace("/", "__slash__"));
  }
}
