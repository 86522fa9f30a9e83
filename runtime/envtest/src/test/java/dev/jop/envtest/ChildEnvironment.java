package dev.jop.envtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that starts an environment, tells where it is, and ends when its input does; tests run
 * it in a JVM of its own.
 */
final class ChildEnvironment {
  private ChildEnvironment() {}

  /** The program; its argument is the shared folder, or nothing. */
  public static void main(String[] args) throws IOException {
    EnvironmentOptions options = EnvironmentOptions.defaults();
    Environment environment =
        Environment.start(args.length == 0 ? options : options.withSharedFolder(Path.of(args[0])));
    System.out.println(environment.config().getMasterUrl());
    System.out.println(environment.owned());
    System.in.read();
    System.exit(0); // Without closing: the JVM's end must do.
  }

  /** The program in a JVM of its own. */
  record Running(Process process, String address, boolean owned) implements AutoCloseable {
    /** Waits until the environment runs. */
    static Running start(String... args) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of("-cp", System.getProperty("java.class.path"), ChildEnvironment.class.getName()));
      command.addAll(List.of(args));
      Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String address = output.readLine();
      String owned = output.readLine();
      if (address == null || owned == null) {
        throw new IOException("the child JVM ended without an environment");
      }
      return new Running(process, address, Boolean.parseBoolean(owned));
    }

    /** The part of the API server's command line that no other has. */
    ServersOf servers() {
      return new ServersOf("=" + address.replaceAll("/$", ""));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
