package dev.jop.controllergen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options of a compiler ({@code -A…}) that say the same as {@link GenerateOptions}. */
final class CompilerOptions {
  static final String OUTPUT = "jop.output";
  static final String ROLE_NAME = "jop.roleName";
  static final String ALLOW_DANGEROUS_TYPES = "jop.allowDangerousTypes";
  static final String EMBEDDED_OBJECT_META = "jop.generateEmbeddedObjectMeta";
  static final String MAX_DESC_LEN = "jop.maxDescLen";

  private CompilerOptions() {}

  static GenerateOptions read(Map<String, String> options) {
    GenerateOptions defaults = GenerateOptions.defaults();
    GenerateOptions given =
        defaults
            .withRoleName(options.getOrDefault(ROLE_NAME, defaults.roleName()))
            .withAllowDangerousTypes(Boolean.parseBoolean(options.get(ALLOW_DANGEROUS_TYPES)))
            .withGenerateEmbeddedObjectMeta(
                Boolean.parseBoolean(options.get(EMBEDDED_OBJECT_META)));
    String limit = options.get(MAX_DESC_LEN);
    return limit == null ? given : given.withMaxDescLen(Integer.parseInt(limit));
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
