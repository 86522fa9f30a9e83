package dev.jop.envtest;

import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

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
      return; // Somebody ended it, or it was let go; the servers are ended on close all the same.
    }
    try {
      pipe.write(line + "\n");
      pipe.flush();
    } catch (IOException e) {
      LOG.debug("the watchdog of a control plane ended", e);
    }
  }

  /** Lets it go without doing anything. */
  @Override
  public void close() {
    tell("end");
    try {
      pipe.close();
    } catch (IOException e) {
      LOG.debug("the watchdog of a control plane ended before it was told to", e);
    }
  }
}
