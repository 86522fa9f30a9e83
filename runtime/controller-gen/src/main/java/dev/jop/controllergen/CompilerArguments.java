package dev.jop.controllergen;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments that make a Java compiler read declarations and write nothing. */
final class CompilerArguments {

  private CompilerArguments() {}

  static List<String> toReadAlone() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:only", "-implicit:none", "-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-Xmaxerrs", "1000"));
    // All sources are named. The compiler would find the declaration of a module in their folder,
    // and then no longer what is on the class path.
    arguments.addAll(List.of("-sourcepath", ""));
    return arguments;
  }

  static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
