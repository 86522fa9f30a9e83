package dev.jop.envtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the servers when this JVM is gone without having done so, as by SIGKILL.
 *
 * <p>It is a shell that reads the process ids to guard from a pipe. The JVM alone holds the other
 * end, so when the JVM dies in any way the shell reads an end of file; it then kills what it guards
 * and removes the work folder. This needs nothing but a POSIX shell.
 */
final class Watchdog implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      guarded=' '
      while read -r change pid; do
        case $change in
          guard) guarded="$guarded$pid " ;;
          release) guarded="${guarded%% $pid *} ${guarded#* $pid }" ;;
          end) exit 0 ;;
        esac
      done
      for pid in $guarded; do kill -9 "$pid" 2>/dev/null; done
      rm -rf "$1"
      """;

  private final Process process;
  private final Writer pipe;

  private Watchdog(Process process) {
    this.process = process;
    this.pipe = process.outputWriter();
  }

  static Watchdog start(Path workFolder) throws IOException {
    List<String> command = new ArrayList<>(OwnSession.PREFIX);
    command.addAll(
        List.of(
            "/bin/sh",
            "-c",
            SCRIPT,
            "jop-envtest-watchdog",
            workFolder.toAbsolutePath().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    builder.directory(workFolder.toAbsolutePath().getRoot().toFile());
    return new Watchdog(builder.start());
  }

  void guard(long pid) {
    tell("guard " + pid);
  }

  void release(long pid) {
    tell("release " + pid);
  }

  private synchronized void tell(String line) {
    if (!process.isAlive()) {
      return; // Somebody ended it; the servers are still stopped on close.
    }
    try {
      pipe.write(line + "\n");
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the watchdog of the control plane ended", e);
    }
  }

  @Override
  public void close() {
    tell("end");
  }
}
