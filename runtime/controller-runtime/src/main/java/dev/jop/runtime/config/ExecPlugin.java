package dev.jop.runtime.config;

import dev.jop.runtime.config.Credentials.InteractiveMode;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a kubeconfig's user says of a credential plugin. */
record ExecPlugin(
    String command,
    List<String> args,
    List<Variable> env,
    String apiVersion,
    String installHint,
    boolean provideClusterInfo,
    String interactiveMode) {

  private static final String GROUP = "client.authentication.k8s.io/";
  private static final String BETA = GROUP + "v1beta1";
  private static final Set<String> VERSIONS = Set.of(GROUP + "v1", BETA);

  static ExecPlugin read(Fields fields) {
    ExecPlugin plugin =
        new ExecPlugin(
            fields.text("command"),
            fields.texts("args"),
            fields.list("env", "a variable (env) of a plugin").stream()
                .map(Variable::read)
                .toList(),
            fields.text("apiVersion"),
            fields.text("installHint"),
            fields.flag("provideClusterInfo"),
            fields.text("interactiveMode"));
    fields.warnOfOthers();
    return plugin;
  }

  /**
   * What it comes to.
   *
   * @param source where the command is looked for if it is a relative path
   * @param clusterConfig what the cluster says to plugins
   * @throws IllegalArgumentException if it is of no use; the message goes on a sentence
   */
  Credentials credentials(KubeconfigSource source, String clusterConfig) {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("has an exec plugin without a command");
    }
    if (!VERSIONS.contains(apiVersion)) {
      throw new IllegalArgumentException(
          "has an exec plugin whose apiVersion is neither " + GROUP + "v1 nor " + BETA);
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (Variable variable : env) {
      if (variable.name().isEmpty() || variable.name().contains("=")) {
        throw new IllegalArgumentException("has an exec plugin with a variable without a name");
      }
      variables.put(variable.name(), variable.value());
    }
    if (args.toString().indexOf('\0') >= 0 || variables.toString().indexOf('\0') >= 0) {
      throw new IllegalArgumentException("has an exec plugin with a NUL in args or env");
    }
    return new Credentials.Exec(
        command.contains(File.separator) ? source.resolve(command).toString() : command,
        args,
        variables,
        apiVersion,
        installHint,
        provideClusterInfo,
        clusterConfig,
        mode());
  }

  private InteractiveMode mode() {
    return switch (interactiveMode) {
      case "Never" -> InteractiveMode.NEVER;
      case "IfAvailable" -> InteractiveMode.IF_AVAILABLE;
      case "Always" -> InteractiveMode.ALWAYS;
      case "" -> {
        if (apiVersion.equals(BETA)) {
          yield InteractiveMode.IF_AVAILABLE;
        }
        throw new IllegalArgumentException("has an exec plugin without an interactiveMode");
      }
      default ->
          throw new IllegalArgumentException(
              "has an exec plugin whose interactiveMode is none of Never, IfAvailable, Always");
    };
  }

  @Override
  public String toString() {
    return "exec " + command;
  }

  /** A variable of the plugin's environment. */
  record Variable(String name, String value) {

    static Variable read(Fields fields) {
      Variable variable = new Variable(fields.text("name"), fields.text("value"));
      fields.warnOfOthers();
      return variable;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
