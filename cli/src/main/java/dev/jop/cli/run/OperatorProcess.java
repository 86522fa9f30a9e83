package dev.jop.cli.run;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The operator's process.
 *
 * <p>It ignores Ctrl-C at the terminal, which goes to all processes there: it gets one SIGTERM from
 * here instead, and so stops once and in order.
 */
final class OperatorProcess {
  private static final int STOP_SECONDS = 30;

  private final Process process;
  private final AtomicInteger stops = new AtomicInteger();

  private OperatorProcess(Process process) {
    this.process = process;
  }

  /** Starts it with this process's input and output. */
  static OperatorProcess start(ProcessBuilder builder) {
    try {
      return new OperatorProcess(builder.inheritIO().start());
    } catch (IOException e) {
      throw new CommandException("cannot start the operator: " + e.getMessage(), e);
    }
  }

  /** Asks it to stop; asked twice, kills it. */
  void stop() {
    if (stops.incrementAndGet() == 1) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
  }

  /**
   * Waits until it ends.
   *
   * @throws CommandException if it ended by itself with an error, or did not stop when it was asked
   *     to
   */
  void await() {
    try {
      int code = process.waitFor();
      if (stops.get() > 1) {
        throw new CommandException("the operator was killed before it had stopped");
      }
      if (stops.get() == 0 && code != 0) {
        throw new CommandException(
            "the operator ended with exit code " + code + "; its output says why");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while the operator ran", e);
    } finally {
      end();
    }
  }

  private void end() {
    if (!process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
