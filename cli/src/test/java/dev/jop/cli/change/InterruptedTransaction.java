package dev.jop.cli.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that changes a folder and, in the midst of it, waits until it is told to go on. */
final class InterruptedTransaction {
  private InterruptedTransaction() {}

  /** Makes {@code a.txt} and {@code b.txt} in the folder that is its argument. */
  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ending")));
    Changes changes =
        new Changes(
            List.of(Change.create("a.txt", "a\n"), Change.create("b.txt", "b\n")), List.of());
    Transaction.run(new Tree(Path.of(arguments[0])), changes, new WaitingDisk());
  }

  /** Waits for a line from the standard input before it puts the second file in its place. */
  private static final class WaitingDisk implements Disk {
    private int placed;

    @Override
    public void replace(Path from, Path to) throws IOException {
      if (++placed == 2) {
        System.out.println("in the midst");
        if (System.in.read() < 0) {
          throw new IOException("nobody says to go on");
        }
      }
      Disk.super.replace(from, to);
    }
  }
}
