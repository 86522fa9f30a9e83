package dev.jop.controllergen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options of a compiler ({@code -A…}) that say the same as {@link GenerateOptions}. */
final class CompilerOptions {
  static final String OUTPUT = "jop.output";
  static final String ROLE_NAME = "jop.roleName";
  static final String ALLOW_DANGEROUS_TYPES = "jop.allowDangerousTypes";
  static final String EMBEDDED_OBJECT_META = "jop.generateEmbeddedObjectMeta";
  static final String MAX_DESC_LEN = "jop.maxDescLen";

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  private CompilerOptions() {}

  static GenerateOptions read(Map<String, ? extends @Nullable String> options) {
    GenerateOptions defaults = GenerateOptions.defaults();
    GenerateOptions given =
        defaults
            .withRoleName(
                text(options, ROLE_NAME).map(CompilerOptions::role).orElse(defaults.roleName()))
            .withAllowDangerousTypes(flag(options, ALLOW_DANGEROUS_TYPES))
            .withGenerateEmbeddedObjectMeta(flag(options, EMBEDDED_OBJECT_META));
    return text(options, MAX_DESC_LEN)
        .map(limit -> given.withMaxDescLen(length(limit)))
        .orElse(given);
  }

  /** A compiler holds an option with nothing after the equals sign as null. */
  private static Optional<String> text(
      Map<String, ? extends @Nullable String> options, String name) {
    return options.containsKey(name)
        ? Optional.of(Objects.requireNonNullElse(options.get(name), ""))
        : Optional.empty();
  }

  private static String role(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("-A" + ROLE_NAME + "= names no role");
    }
    return name;
  }

  private static int length(String text) {
    if (!LENGTH.matcher(text).matches()) {
      throw new IllegalArgumentException("-A" + MAX_DESC_LEN + "=" + text + " is no length");
    }
    return Integer.parseInt(text);
  }

  private static boolean flag(Map<String, ? extends @Nullable String> options, String name) {
    String value = text(options, name).orElse("false");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "-A" + name + "=" + value + " is neither true nor false");
    };
  }

  static List<String> write(GenerateOptions options) {
    List<String> written = new ArrayList<>();
    written.add("-A" + ROLE_NAME + "=" + options.roleName());
    written.add("-A" + ALLOW_DANGEROUS_TYPES + "=" + options.allowDangerousTypes());
    written.add("-A" + EMBEDDED_OBJECT_META + "=" + options.generateEmbeddedObjectMeta());
    options.maxDescLen().ifPresent(limit -> written.add("-A" + MAX_DESC_LEN + "=" + limit));
    return written;
  }
}
