package dev.jop.runtime.manager;

import dev.jop.runtime.config.ConfigLoader;
import dev.jop.runtime.healthz.BindAddress;
import java.util.Optional;

/**
 * A manager's command line, in the notation of Go: {@code --flag=value} or {@code --flag value},
 * with one dash or two.
 */
public final class ManagerFlags {

  private static final String KUBECONFIG = "kubeconfig";
  private static final String HEALTH_PROBE_BIND_ADDRESS = "health-probe-bind-address";
  private static final String HELP =
      """
      Flags:
        --kubeconfig string
              The kubeconfig to reach the API server with. Without it: KUBECONFIG, the pod's
              service account, ~/.kube/config.
        --health-probe-bind-address string
              Where /healthz and /readyz are served, such as :8081. Default 0: nowhere.
        --help
              Shows this text.
      """;

  private ManagerFlags() {}

  /**
   * The options that a command line names.
   *
   * @return the options, or nothing if it asks for help
   * @throws UsageException if a flag is unknown, lacks its value or has a wrong one
   */
  public static Optional<ManagerOptions> parse(String... arguments) {
    ManagerOptions options = ManagerOptions.defaults();
    for (int i = 0; i < arguments.length; i++) {
      String flag = name(arguments[i]);
      if (flag.equals("help") || flag.equals("h")) {
        return Optional.empty();
      }
      requireKnown(flag);
      int equals = arguments[i].indexOf('=');
      String value;
      if (equals >= 0) {
        value = arguments[i].substring(equals + 1);
      } else if (i + 1 < arguments.length) {
        value = arguments[++i];
      } else {
        throw new UsageException("flag --" + flag + " needs a value");
      }
      options = set(options, flag, value);
    }
    return Optional.of(options);
  }

  /** The options, or the end of the process. */
  static ManagerOptions parseOrExit(String... arguments) {
    try {
      Optional<ManagerOptions> options = parse(arguments);
      if (options.isPresent()) {
        return options.get();
      }
      System.out.print(HELP);
      System.exit(0);
    } catch (UsageException e) {
      System.err.println("error: " + e.getMessage() + "; see --help");
      System.exit(2);
    }
    throw new IllegalStateException("the process has ended");
  }

  private static String name(String argument) {
    if (!argument.matches("--?[a-z].*")) {
      throw new UsageException("unexpected argument \"" + argument + "\"");
    }
    return argument.replaceFirst("^--?", "").replaceFirst("=.*$", "");
  }

  private static void requireKnown(String flag) {
    if (!flag.equals(KUBECONFIG) && !flag.equals(HEALTH_PROBE_BIND_ADDRESS)) {
      throw new UsageException("unknown flag --" + flag);
    }
  }

  private static ManagerOptions set(ManagerOptions options, String flag, String value) {
    if (flag.equals(KUBECONFIG)) {
      return options.withConfig(() -> ConfigLoader.load(value));
    }
    try {
      BindAddress.parse(value);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + flag + ": " + e.getMessage());
    }
    return options.withHealthProbeBindAddress(value);
  }
}
