package dev.jop.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options about manifests, which come before those that the pom gives the compiler. */
final class GeneratorOptions {
  @Option(
      names = "--role-name",
      paramLabel = "NAME",
      description =
          "The name of the role for permissions that name none. Default: what the pom says, or"
              + " manager-role.")
  private Optional<String> roleName = Optional.empty();

  @Option(
      names = "--max-desc-len",
      paramLabel = "NUMBER",
      description =
          "How many characters a description may have, 0 for none. Default: what the pom says, or"
              + " any number.")
  private Optional<Integer> maxDescLen = Optional.empty();

  @Option(
      names = "--generate-embedded-object-meta",
      description = "Give metadata inside a spec or status its properties.")
  private boolean generateEmbeddedObjectMeta;

  @Option(names = "--allow-dangerous-types", description = "Accept float and double.")
  private boolean allowDangerousTypes;

  /** What was said, by the names that the compiler's options have. */
  Map<String, String> said() {
    Map<String, String> said = new TreeMap<>();
    roleName.ifPresent(name -> said.put("jop.roleName", name));
    maxDescLen.ifPresent(limit -> said.put("jop.maxDescLen", limit.toString()));
    if (generateEmbeddedObjectMeta) {
      said.put("jop.generateEmbeddedObjectMeta", "true");
    }
    if (allowDangerousTypes) {
      said.put("jop.allowDangerousTypes", "true");
    }
    return said;
  }
}
