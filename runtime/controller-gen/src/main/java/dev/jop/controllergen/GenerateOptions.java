package dev.jop.controllergen;

import java.util.Map;

/**
 * What can be chosen about the manifests.
 *
 * @param roleName the name of the role for permissions that name none; {@code manager-role} by
 *     default
 * @param allowDangerousTypes whether float and double are accepted; not by default, since other
 *     languages may read such numbers otherwise
 */
public record GenerateOptions(String roleName, boolean allowDangerousTypes) {

  /** Checks the values. */
  public GenerateOptions {
    if (roleName.isBlank()) {
      throw new IllegalArgumentException("the name of the role is empty");
    }
  }

  /** Returns the options that hold when nothing is said. */
  public static GenerateOptions defaults() {
    return new GenerateOptions("manager-role", false);
  }

  /**
   * Returns what the options of a compiler say, such as {@code jop.roleName}; others are passed
   * over.
   */
  public static GenerateOptions of(Map<String, String> compilerOptions) {
    return CompilerOptions.read(compilerOptions);
  }

  /** Returns the options with another name of the role. */
  public GenerateOptions withRoleName(String name) {
    return new GenerateOptions(name, allowDangerousTypes);
  }

  /** Returns the options with float and double accepted or not. */
  public GenerateOptions withAllowDangerousTypes(boolean allow) {
    return new GenerateOptions(roleName, allow);
  }
}
