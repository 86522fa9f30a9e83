package dev.jop.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.cli.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {
  private static final Changes CHANGES =
      new Changes(
          List.of(
              Change.create("new/deep/a.txt", "a\n"),
              Change.update("b.txt", "b\n", "better\n"),
              Change.update("run.sh", "exit 1\n", "exit 0\n"),
              Change.delete("old.txt", "old\n"),
              Change.create("new/c.txt", "c\n")),
          List.of());

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("b.txt"), "b\n");
    Files.writeString(folder.resolve("old.txt"), "old\n");
    Files.writeString(folder.resolve("run.sh"), "exit 1\n");
    Files.setPosixFilePermissions(
        folder.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x---"));
  }

  @Test
  void doesAllOfIt() throws IOException {
    Transaction.run(new Tree(folder), CHANGES);

    assertThat(Snapshot.of(folder))
        .containsOnlyKeys("", "b.txt", "new", "new/c.txt", "new/deep", "new/deep/a.txt", "run.sh");
    assertThat(folder.resolve("new/deep/a.txt")).hasContent("a\n");
    assertThat(folder.resolve("b.txt")).hasContent("better\n");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run.sh"))))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void doesNothingIfAnyStepFails() {
    SortedMap<String, String> before = Snapshot.of(folder);
    int steps = stepsOfASuccess();

    for (int failing = 1; failing <= steps; failing++) {
      FailingDisk disk = new FailingDisk(failing);
      assertThatThrownBy(() -> Transaction.run(new Tree(folder), CHANGES, disk))
          .as("with the step %s of %s failing", failing, steps)
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("cannot write to the project, nothing was changed: ");
      assertThat(Snapshot.of(folder)).as("after the failed step %s", failing).isEqualTo(before);
    }
  }

  @Test
  void endsWhatItHasBegunWhenTheProcessIsToldToEnd() throws Exception {
    Path target = Files.createDirectory(folder.resolve("target"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedTransaction.class.getName(),
                target.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("in the midst");
      process.toHandle().destroy(); // unlike Process.destroy, leaves the streams open
      assertThat(out.readLine()).isEqualTo("ending");
      try (OutputStream in = process.getOutputStream()) {
        in.write('\n');
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(Snapshot.of(target)).containsOnlyKeys("", "a.txt", "b.txt");
  }

  @Test
  void replacesWhatAKilledProcessHasLeft() throws IOException {
    Files.writeString(folder.resolve(".b.txt.jop-new"), "bet");
    Files.writeString(folder.resolve(".b.txt.jop-old"), "older\n");
    Transaction.run(new Tree(folder), CHANGES);

    assertThat(folder.resolve("b.txt")).hasContent("better\n");
    assertThat(folder.resolve(".b.txt.jop-new")).doesNotExist();
    assertThat(folder.resolve(".b.txt.jop-old")).doesNotExist();
  }

  @Test
  void refusesAFileWhereAFolderMustBe() {
    Changes changes = new Changes(List.of(Change.create("b.txt/c.txt", "c\n")), List.of());

    assertThatThrownBy(() -> Transaction.run(new Tree(folder), changes))
        .isInstanceOf(CommandException.class)
        .hasMessage("b.txt is a file where a folder must be; move it away");
  }

  @Test
  void refusesAPathOutsideOfTheProject() {
    Changes changes = new Changes(List.of(Change.create("../c.txt", "c\n")), List.of());

    assertThatThrownBy(() -> Transaction.run(new Tree(folder), changes))
        .hasMessage("../c.txt lies outside of the project");
  }

  /** Counts in a copy; the clean-up after success is not among the steps that may fail. */
  private int stepsOfASuccess() {
    FailingDisk counting = new FailingDisk(Integer.MAX_VALUE);
    Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
    try {
      Files.createDirectory(copy);
      for (String name : List.of("b.txt", "old.txt", "run.sh")) {
        Files.copy(folder.resolve(name), copy.resolve(name));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Transaction.run(new Tree(copy), CHANGES, counting);
    int leftovers = 3;
    return counting.steps - leftovers;
  }

  /** Fails once, at the given step, having done nothing of it. */
  private static final class FailingDisk implements Disk {
    private final int failing;
    private int steps;

    FailingDisk(int failing) {
      this.failing = failing;
    }

    private void step(Path path) throws IOException {
      steps++;
      if (steps == failing) {
        throw new IOException("no space left for " + path);
      }
    }

    @Override
    public void createFolder(Path path) throws IOException {
      step(path);
      Disk.super.createFolder(path);
    }

    @Override
    public void write(Path file, String text) throws IOException {
      step(file);
      Disk.super.write(file, text);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
      step(to);
      Disk.super.copy(from, to);
    }

    @Override
    public void copyPermissions(Path from, Path to) throws IOException {
      step(to);
      Disk.super.copyPermissions(from, to);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      step(to);
      Disk.super.replace(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
      step(path);
      Disk.super.delete(path);
    }
  }
}
