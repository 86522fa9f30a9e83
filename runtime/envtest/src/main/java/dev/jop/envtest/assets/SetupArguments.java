package dev.jop.envtest.assets;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The command line of {@link SetupEnvtest}; words as those of the tool of the same name. */
record SetupArguments(AssetOptions options, Print print, boolean help) {
  static final String USAGE =
      """
      Gets etcd, kube-apiserver and kubectl for tests, and prints the folder that has them.

      Usage: setup-envtest [use] [VERSION] [OPTION…]

        VERSION               1.37.2, 1.37 or latest; default %s, or the newest that is there
        --bin-dir DIR         where sets of binaries are kept; also --assets-dir
        -p, --print WHAT      path (default), env (a line for a shell to evaluate) or overview
        -i, --installed-only  take what is there and get nothing
        --index URL           release index to download by
        -h, --help            this text
      """
          .formatted(KubernetesVersion.DEFAULT);

  /** A command line that can't be understood. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  /** What to print about the folder. */
  enum Print {
    PATH,
    ENV,
    OVERVIEW;

    String render(Path folder) {
      return switch (this) {
        case PATH -> folder.toString();
        case ENV -> "export KUBEBUILDER_ASSETS='" + folder.toString().replace("'", "'\\''") + "'";
        case OVERVIEW -> "Version and platform: " + folder.getFileName() + "\nPath: " + folder;
      };
    }

    static Print parse(String text) {
      return switch (text) {
        case "path" -> PATH;
        case "env" -> ENV;
        case "overview" -> OVERVIEW;
        default -> throw new UsageException("can't print '" + text + "'");
      };
    }
  }

  static SetupArguments parse(List<String> args, AssetOptions defaults) {
    Deque<String> left = new ArrayDeque<>();
    args.forEach(arg -> left.addAll(split(arg)));
    if ("use".equals(left.peek())) {
      left.remove();
    }
    SetupArguments parsed = new SetupArguments(defaults, Print.PATH, false);
    while (!left.isEmpty()) {
      parsed = parsed.with(left.remove(), left);
    }
    return parsed;
  }

  private static List<String> split(String arg) {
    int equals = arg.indexOf('=');
    return arg.startsWith("--") && equals > 0
        ? List.of(arg.substring(0, equals), arg.substring(equals + 1))
        : List.of(arg);
  }

  private SetupArguments with(String arg, Deque<String> rest) {
    return switch (arg) {
      case "--bin-dir", "--assets-dir" -> with(options.withRoot(Path.of(value(arg, rest))));
      case "--index" -> with(options.withIndex(uri(value(arg, rest))));
      case "-i", "--installed-only" -> with(options.withInstalledOnly(true));
      case "-p", "--print" -> new SetupArguments(options, Print.parse(value(arg, rest)), help);
      case "-h", "--help" -> new SetupArguments(options, print, true);
      default -> {
        if (arg.startsWith("-")) {
          throw new UsageException("unknown option " + arg);
        }
        if (options.version() != null) {
          throw new UsageException("more than one version: " + options.version() + " and " + arg);
        }
        yield with(options.withVersion(arg));
      }
    };
  }

  private SetupArguments with(AssetOptions changed) {
    return new SetupArguments(changed, print, help);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.remove();
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("'" + text + "' is not an address");
    }
  }
}
