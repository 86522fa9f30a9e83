package dev.jop.cli.change;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Change.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Does changes to a project's files, all of them or none.
 *
 * <p>First everything that can go wrong is done beside the files: folders are made, new texts are
 * written to temporary files, and what will be replaced is copied. Then each temporary file is
 * renamed to its place, which takes one step per file. If any of it fails, what was done is undone
 * in the opposite order, and the tree is as it was. Ctrl-C waits until all is done or undone. A
 * killed process may leave files that end in {@code .jop-new} or {@code .jop-old}, which the next
 * one replaces; no file of the project is ever half written.
 */
public final class Transaction {
  private static final String NEW = ".jop-new";
  private static final String OLD = ".jop-old";

  private final Tree tree;
  private final Disk disk;
  private final Deque<Step> undo = new ArrayDeque<>();
  private final List<Path> leftovers = new ArrayList<>();

  private Transaction(Tree tree, Disk disk) {
    this.tree = tree;
    this.disk = disk;
  }

  /** A step of the way back. */
  private interface Step {
    void run() throws IOException;
  }

  /**
   * Does the changes.
   *
   * @throws CommandException if that was not possible; the files are then as they were
   */
  public static void run(Tree tree, Changes changes) {
    run(tree, changes, Disk.REAL);
  }

  static void run(Tree tree, Changes changes, Disk disk) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> await(ended));
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new CommandException("stopped before anything was changed", e);
    }
    try {
      new Transaction(tree, disk).run(changes.changes());
    } finally {
      ended.countDown();
      forget(hook);
    }
  }

  /** The end of the process waits for a hook. */
  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process ends, and the hook with it
    }
  }

  private void run(List<Change> changes) {
    List<Path> files = changes.stream().map(change -> tree.resolve(change.path())).toList();
    try {
      for (int i = 0; i < files.size(); i++) {
        prepare(changes.get(i), files.get(i));
      }
      for (int i = 0; i < files.size(); i++) {
        place(changes.get(i), files.get(i));
      }
    } catch (IOException e) {
      undo(e);
      throw new CommandException(
          "cannot write to the project, nothing was changed: " + reason(e), e);
    }
    leftovers.forEach(this::deleteQuietly);
  }

  private void prepare(Change change, Path file) throws IOException {
    if (change.action() != Action.CREATE) {
      Path old = beside(file, OLD);
      undo.push(() -> disk.delete(old));
      disk.delete(old);
      disk.copy(file, old);
      leftovers.add(old);
    }
    if (change.action() != Action.DELETE) {
      createFolders(Objects.requireNonNull(file.getParent()));
      Path fresh = beside(file, NEW);
      undo.push(() -> disk.delete(fresh));
      disk.delete(fresh);
      disk.write(fresh, change.after());
      if (change.action() == Action.UPDATE) {
        disk.copyPermissions(file, fresh);
      }
    }
  }

  private void place(Change change, Path file) throws IOException {
    switch (change.action()) {
      case CREATE -> {
        if (Files.exists(file)) {
          throw new IOException(file + " has just been made by somebody else");
        }
        disk.replace(beside(file, NEW), file);
        undo.push(() -> disk.delete(file));
      }
      case UPDATE -> {
        disk.replace(beside(file, NEW), file);
        undo.push(() -> disk.replace(beside(file, OLD), file));
      }
      case DELETE -> {
        disk.delete(file);
        undo.push(() -> disk.replace(beside(file, OLD), file));
      }
    }
  }

  private void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    createFolders(Objects.requireNonNull(folder.getParent()));
    disk.createFolder(folder);
    undo.push(() -> disk.delete(folder));
  }

  private void undo(IOException cause) {
    while (!undo.isEmpty()) {
      try {
        undo.pop().run();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
    if (cause.getSuppressed().length > 0) {
      throw new CommandException(
          "cannot write to the project, and could not undo all that was done: "
              + reason(cause)
              + "; then "
              + reason(cause.getSuppressed()[0]),
          cause);
    }
  }

  private void deleteQuietly(Path leftover) {
    try {
      disk.delete(leftover);
    } catch (IOException e) {
      leftover.toFile().deleteOnExit();
    }
  }

  private static String reason(Throwable e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling("." + file.getFileName() + suffix);
  }
}
