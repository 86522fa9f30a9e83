package dev.jop.controllergen;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What can be chosen about the manifests.
 *
 * @param roleName the name of the role for permissions that name none; {@code manager-role} by
 *     default
 * @param allowDangerousTypes whether float and double are accepted; not by default, since other
 *     languages may read such numbers otherwise
 * @param generateEmbeddedObjectMeta whether metadata inside a spec or status has its properties in
 *     the schema; without them, and by default, the API server prunes them
 * @param maxDescLen how many characters a description may have, 0 for no descriptions; any number
 *     by default
 */
public record GenerateOptions(
    String roleName,
    boolean allowDangerousTypes,
    boolean generateEmbeddedObjectMeta,
    OptionalInt maxDescLen) {

  /** Checks the values. */
  public GenerateOptions {
    if (roleName.isBlank()) {
      throw new IllegalArgumentException("the name of the role is empty");
    }
    if (maxDescLen.isPresent() && maxDescLen.getAsInt() < 0) {
      throw new IllegalArgumentException(maxDescLen.getAsInt() + " is no length");
    }
  }

  /** Returns the options that hold when nothing is said. */
  public static GenerateOptions defaults() {
    return new GenerateOptions("manager-role", false, false, OptionalInt.empty());
  }

  /**
   * Returns what the options of a compiler say, such as {@code jop.roleName}; others are passed
   * over.
   *
   * @throws IllegalArgumentException saying which option has a value that it cannot have
   */
  public static GenerateOptions of(Map<String, String> compilerOptions) {
    return CompilerOptions.read(compilerOptions);
  }

  /** Returns the options with another name of the role. */
  public GenerateOptions withRoleName(String name) {
    return new GenerateOptions(name, allowDangerousTypes, generateEmbeddedObjectMeta, maxDescLen);
  }

  /** Returns the options with float and double accepted or not. */
  public GenerateOptions withAllowDangerousTypes(boolean allow) {
    return new GenerateOptions(roleName, allow, generateEmbeddedObjectMeta, maxDescLen);
  }

  /** Returns the options with the properties of metadata inside a spec or status, or without. */
  public GenerateOptions withGenerateEmbeddedObjectMeta(boolean generate) {
    return new GenerateOptions(roleName, allowDangerousTypes, generate, maxDescLen);
  }

  /** Returns the options with a limit for the length of descriptions. */
  public GenerateOptions withMaxDescLen(int limit) {
    return new GenerateOptions(
        roleName, allowDangerousTypes, generateEmbeddedObjectMeta, OptionalInt.of(limit));
  }
}
