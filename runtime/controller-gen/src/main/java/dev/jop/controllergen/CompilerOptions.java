package dev.jop.controllergen;

import java.util.List;
import java.util.Map;

/** The options of a compiler ({@code -A…}) that say the same as {@link GenerateOptions}. */
final class CompilerOptions {
  static final String OUTPUT = "jop.output";
  static final String ROLE_NAME = "jop.roleName";
  static final String ALLOW_DANGEROUS_TYPES = "jop.allowDangerousTypes";

  private CompilerOptions() {}

  static GenerateOptions read(Map<String, String> options) {
    GenerateOptions defaults = GenerateOptions.defaults();
    return defaults
        .withRoleName(options.getOrDefault(ROLE_NAME, defaults.roleName()))
        .withAllowDangerousTypes(Boolean.parseBoolean(options.get(ALLOW_DANGEROUS_TYPES)));
  }

  static List<String> write(GenerateOptions options) {
    return List.of(
        "-A" + ROLE_NAME + "=" + options.roleName(),
        "-A" + ALLOW_DANGEROUS_TYPES + "=" + options.allowDangerousTypes());
  }
}
