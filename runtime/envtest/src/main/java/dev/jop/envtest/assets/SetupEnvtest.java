package dev.jop.envtest.assets;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code setup-envtest}: gets the binaries, and prints where they are.
 *
 * <p>Standard output has the answer alone; progress and errors go to standard error. The exit code
 * is 0 when the binaries are there, 1 when they aren't, 2 for a wrong command line.
 */
public final class SetupEnvtest {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private SetupEnvtest() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), AssetOptions.defaults(), System.out, System.err));
  }

  static int run(List<String> args, AssetOptions defaults, PrintStream out, PrintStream err) {
    try {
      SetupArguments arguments = SetupArguments.parse(args, defaults.withProgress(err::println));
      if (arguments.help()) {
        out.print(SetupArguments.USAGE);
        return OK;
      }
      Path folder = Assets.setUp(arguments.options()).toAbsolutePath();
      out.println(arguments.print().render(folder));
      return OK;
    } catch (SetupArguments.UsageException e) {
      err.println("setup-envtest: " + e.getMessage() + "; see --help");
      return WRONG_USAGE;
    } catch (AssetsException e) {
      err.println("setup-envtest: " + e.getMessage());
      return FAILED;
    }
  }
}
