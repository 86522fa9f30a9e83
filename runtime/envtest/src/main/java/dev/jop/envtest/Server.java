package dev.jop.envtest;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of the control plane, which tests may stop, kill and start again: it keeps its port and
 * its data.
 *
 * <p>Thread-safe.
 */
public final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration POLL = Duration.ofMillis(40);
  private static final int START_TRIES = 5;

  private final Spec spec;
  private final Watchdog watchdog;
  private volatile @Nullable Process process;
  private volatile boolean ready;
  private volatile boolean closed;
  private volatile long logStart;

  Server(Spec spec, Watchdog watchdog) {
    this.spec = spec;
    this.watchdog = watchdog;
  }

  /**
   * What a server is.
   *
   * @param ready answers when the server does
   * @param folder where it runs and keeps its log
   * @param attach whether it writes to this process's output besides the log
   */
  record Spec(
      String name,
      List<String> command,
      Path folder,
      Probe ready,
      Duration startTimeout,
      Duration stopTimeout,
      boolean attach) {
    Path log() {
      return folder.resolve(name + ".log");
    }
  }

  /** Says that a server could not have its port. */
  static final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Starts the server again, with the port and the data it had, and waits until it is ready. Does
   * nothing when it runs.
   *
   * @throws EnvironmentException when it ends at once or isn't ready in time; with the end of its
   *     log
   */
  public synchronized void start() {
    checkOpen();
    if (running()) {
      return;
    }
    long deadline = System.nanoTime() + spec.startTimeout().toNanos();
    for (int left = START_TRIES; ; left--) {
      launch();
      try {
        await(spec.ready(), deadline);
        return;
      } catch (PortTakenException e) {
        if (left == 1) {
          throw new EnvironmentException(spec.name() + " can't have its port back" + logEnd(), e);
        }
      }
    }
  }

  /**
   * Asks the server to end, waits for the stop time-out, and then kills it. Does nothing when it
   * doesn't run.
   */
  public synchronized void stop() {
    end(false);
  }

  /** Ends the server at once, as a crash would. Does nothing when it doesn't run. */
  public synchronized void kill() {
    end(true);
  }

  /** Whether its process lives. */
  public boolean running() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** Its process id while it runs. */
  public OptionalLong pid() {
    Process current = process;
    return current != null && current.isAlive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  /** Where it writes its log. */
  public Path log() {
    return spec.log();
  }

  /** The question that it answers when it is ready. */
  Probe readiness() {
    return spec.ready();
  }

  synchronized void launch() {
    List<String> command = new ArrayList<>(OwnSession.PREFIX);
    command.addAll(spec.command());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(spec.folder().toFile());
    if (!spec.attach()) {
      builder.redirectOutput(Redirect.appendTo(spec.log().toFile()));
    }
    ready = false;
    logStart = spec.log().toFile().length();
    try {
      Process started = builder.start();
      process = started;
      watchdog.guard(started.pid());
      if (spec.attach()) {
        Tee.start(started, spec.log());
      }
      started.getOutputStream().close();
      CompletableFuture<Void> unused = started.onExit().thenAccept(this::ended);
    } catch (IOException e) {
      throw new EnvironmentException("can't start " + spec.name() + ": " + e.getMessage(), e);
    }
    if (closed) {
      end(true);
      checkOpen();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new EnvironmentException(spec.name() + " belongs to an environment that is closed");
    }
  }

  /** Tells of an end that nobody asked for; {@link #end} clears the field first. */
  private void ended(Process over) {
    watchdog.release(over.pid());
    if (ready && process != null && process.equals(over)) {
      LOG.error("{} ended by itself with exit code {}{}", spec.name(), over.exitValue(), logEnd());
    }
  }

  /**
   * Waits until a server, while it and those it needs live, answers a question.
   *
   * @param needed the servers without which there will be no answer
   */
  void await(Probe question, long deadline, Server... needed) throws PortTakenException {
    while (!question.succeeds()) {
      checkAllAlive(needed);
      if (System.nanoTime() - deadline >= 0) {
        end(true);
        throw new EnvironmentException(
            "%s was not ready within %s s; KUBEBUILDER_CONTROLPLANE_START_TIMEOUT gives it longer%s"
                .formatted(spec.name(), spec.startTimeout().toMillis() / 1000.0, logEnd()));
      }
      pause();
    }
    checkAllAlive(needed);
    ready = true;
  }

  private void checkAllAlive(Server... needed) throws PortTakenException {
    checkAlive();
    for (Server server : needed) {
      server.checkAlive();
    }
  }

  /** Throws when the process has ended: if something answers then, it is another's. */
  private void checkAlive() throws PortTakenException {
    Process current = process;
    if (current == null || current.isAlive()) {
      return;
    }
    String end = logEnd();
    if (end.contains("address already in use")) {
      throw new PortTakenException();
    }
    throw new EnvironmentException(
        "%s ended at its start with exit code %d%s"
            .formatted(spec.name(), current.exitValue(), end));
  }

  /** Ends the server at once and for good, also while another thread waits for its start. */
  void close() {
    closed = true;
    end(true);
  }

  private void end(boolean atOnce) {
    Process current = process;
    process = null;
    if (current == null || !current.isAlive()) {
      return;
    }
    try {
      if (!atOnce) {
        current.destroy();
        if (current.waitFor(spec.stopTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
      current.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      current.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    } catch (InterruptedException e) {
      end(true);
      Thread.currentThread().interrupt();
      throw new EnvironmentException("interrupted while waiting for " + spec.name(), e);
    }
  }

  private String logEnd() {
    return "; the end of its log:\n" + Logs.end(spec.log(), logStart);
  }
}
