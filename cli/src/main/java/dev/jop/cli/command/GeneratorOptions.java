package dev.jop.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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
      negatable = true,
      description =
          "Give metadata inside a spec or status its properties. Default: what the pom says, or"
              + " not.")
  private Optional<Boolean> generateEmbeddedObjectMeta = Optional.empty();

  @Option(
      names = "--allow-dangerous-types",
      negatable = true,
      description = "Accept float and double. Default: what the pom says, or not.")
  private Optional<Boolean> allowDangerousTypes = Optional.empty();

  /** What was said, by the names that the compiler's options have. */
  Map<String, String> said() {
    Map<String, String> said = new TreeMap<>();
    roleName.ifPresent(name -> said.put("jop.roleName", name));
    maxDescLen.ifPresent(limit -> said.put("jop.maxDescLen", limit.toString()));
    generateEmbeddedObjectMeta.ifPresent(
        generate -> said.put("jop.generateEmbeddedObjectMeta", generate.toString()));
    allowDangerousTypes.ifPresent(allow -> said.put("jop.allowDangerousTypes", allow.toString()));
    return said;
  }

  /** Refuses a value that the generator would, by the name that the option has here. */
  void refuseWrongValues(CommandLine line) {
    if (roleName.filter(String::isBlank).isPresent()) {
      throw new ParameterException(line, "--role-name names no role");
    }
    maxDescLen
        .filter(limit -> limit < 0)
        .ifPresent(
            limit -> {
              throw new ParameterException(line, "--max-desc-len=" + limit + " is no length");
            });
  }
}
