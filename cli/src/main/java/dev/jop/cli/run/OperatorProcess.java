package dev.jop.cli.run;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The operator's process.
 *
 * <p>It ignores Ctrl-C at the terminal, which goes to all processes there: it gets one SIGTERM from
 * here instead, and so stops once and in order.
 */
final class OperatorProcess {
  private static final int STOP_SECONDS = 30;

  /** What comes sooner is the same wish again: a tool that signals both a process and its group. */
  private static final long SAME_WISH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Process process;
  private final LongSupplier nanoTime;
  private final AtomicInteger stops = new AtomicInteger();
  private long askedAt;

  private OperatorProcess(Process process, LongSupplier nanoTime) {
    this.process = process;
    this.nanoTime = nanoTime;
  }

  /** Starts it with this process's input and output. */
  static OperatorProcess start(ProcessBuilder builder) {
    return start(builder, System::nanoTime);
  }

  static OperatorProcess start(ProcessBuilder builder, LongSupplier nanoTime) {
    try {
      return new OperatorProcess(builder.inheritIO().start(), nanoTime);
    } catch (IOException e) {
      throw new CommandException("cannot start the operator: " + e.getMessage(), e);
    }
  }

  /** Asks it to stop; asked again a second later or more, kills it. */
  synchronized void stop() {
    long now = nanoTime.getAsLong();
    if (stops.get() == 0) {
      askedAt = now;
      stops.incrementAndGet();
      process.destroy();
    } else if (now - askedAt > SAME_WISH_NANOS) {
      stops.incrementAndGet();
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
