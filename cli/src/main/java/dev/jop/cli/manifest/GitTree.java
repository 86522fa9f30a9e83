package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project's files as they were at a git revision.
 *
 * <p>The user's own git is asked: it knows worktrees, partial clones and settings of every kind.
 *
 * @param folder the project's folder, in a working tree
 * @param revision a tag, branch or commit
 */
record GitTree(Path folder, String revision) {

  /**
   * The texts of the files directly in a folder of the project.
   *
   * @throws CommandException if there is no such revision
   */
  List<String> textsIn(String path) {
    if (revision.startsWith("-")) {
      throw new CommandException("\"" + revision + "\" is no git revision");
    }
    List<String> texts = new ArrayList<>();
    String names = git("ls-tree", "-z", "--name-only", revision, path + "/");
    for (String name : names.split("\0", -1)) {
      if (Release.isManifest(name)) {
        texts.add(git("show", revision + ":./" + name));
      }
    }
    return texts;
  }

  private String git(String... arguments) {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new CommandException(
            "there is no folder or file " + revision + ", and git has no such revision: " + err);
      }
      return out;
    } catch (IOException e) {
      throw new CommandException(
          "there is no folder or file " + revision + ", and git cannot be asked: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while git ran", e);
    }
  }
}
