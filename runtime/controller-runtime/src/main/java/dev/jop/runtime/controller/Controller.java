package dev.jop.runtime.controller;

import dev.jop.runtime.internal.time.Deadline;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.workqueue.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a reconciler for every object that its sources name.
 *
 * <p>Usually made by a {@code ControllerBuilder} and run by a manager. Its life has three parts,
 * each of which comes once: sources are added; {@link #run} starts them, waits until all have
 * synced, and lets workers reconcile; {@link #stop} ends it. A source that is added while it runs
 * is started at once (C24).
 *
 * <p>While it runs it can be paused and resumed any number of times, as leadership comes and goes:
 * sources and queue go on, but nothing is reconciled. All methods are safe for use by many threads.
 */
public final class Controller {

  private static final Logger LOG = LoggerFactory.getLogger(Controller.class);

  private enum State {
    NEW,
    RUNNING,
    STOPPED
  }

  private final String name;
  private final Reconciler reconciler;
  private final ControllerOptions options;
  private final WorkQueue<Request> queue;
  private final Gate gate = new Gate(true);
  private final List<Source> sources = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final ControllerThreads threads = new ControllerThreads();
  private State state = State.NEW;
  private boolean claimed;

  private Controller(String name, Reconciler reconciler, ControllerOptions options) {
    this.name = name;
    this.reconciler = reconciler;
    this.options = options;
    this.queue = options.queue(name);
  }

  /**
   * Makes a controller without sources. Its name is taken until it has ended.
   *
   * @param name its name in logs and metrics, unique in this process (C29)
   * @throws IllegalArgumentException if the name is empty or taken (C30)
   */
  public static Controller create(String name, Reconciler reconciler, ControllerOptions options) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a controller needs a name");
    }
    if (!options.skipNameValidation()) {
      ControllerNames.take(name);
    }
    return new Controller(name, reconciler, options);
  }

  /** Its name in logs and metrics. */
  public String name() {
    return name;
  }

  /** Whether it may reconcile only while its manager is the leader. */
  public boolean needLeaderElection() {
    return options.needLeaderElection();
  }

  /**
   * Watches a source: from now on if the controller runs, else from its start.
   *
   * @throws IllegalStateException if the controller has ended
   */
  public synchronized void watch(Source source) {
    if (state == State.STOPPED) {
      throw new IllegalStateException("controller " + name + " has ended");
    }
    sources.add(source);
    if (state == State.RUNNING) {
      source.start(queue);
    }
  }

  /**
   * Starts the sources, waits until they have synced (C17), and reconciles until {@link #stop} is
   * called and the reconciles that run then have ended (C36).
   *
   * @throws ControllerException if a source fails or does not sync in time (C18, C19, C21), or a
   *     worker breaks down (C3)
   * @throws InterruptedException if the thread was interrupted; so are the workers then, and they
   *     are not waited for
   * @throws IllegalStateException if it was called before (C23)
   */
  public void run() throws InterruptedException {
    claim();
    try {
      if (!options.enableWarmup()) {
        gate.await();
      }
      List<Source> first = begin();
      if (sync(first) && startWorkers()) {
        supervise();
      }
    } finally {
      stop();
      threads.interrupt();
    }
  }

  /**
   * Begins no further reconciles and cancels those that run, until {@link #resume}. Does not wait;
   * once it has returned, no reconcile begins. Before {@link #run} it makes the controller start
   * paused.
   */
  public void pause() {
    gate.close();
    running().forEach(Reconciliation::cancel);
  }

  /** Reconciles again what is in the queue. */
  public void resume() {
    gate.open();
  }

  /** Interrupts the threads of all reconciles that run now. */
  public void interrupt() {
    running().forEach(Reconciliation::interrupt);
  }

  /**
   * Lets {@link #run} come to its end: the sources are closed, nothing is taken from the queue any
   * more, and the reconciles that run are cancelled, but not interrupted. Does not wait. May be
   * called twice.
   */
  public void stop() {
    synchronized (this) {
      if (state == State.STOPPED) {
        return;
      }
      state = State.STOPPED;
      sources.forEach(this::close);
    }
    gate.remove();
    queue.shutDown();
    running().forEach(Reconciliation::cancel);
    threads.call();
    if (!options.skipNameValidation()) {
      ControllerNames.free(name);
    }
  }

  private void close(Source source) {
    try {
      source.close();
    } catch (RuntimeException e) { // a source of the user's must not keep the rest from ending
      LOG.error("controller {}: {} failed to close", name, source, e);
    }
  }

  /** The requests that are being reconciled now. */
  public List<Request> reconciling() {
    return running().map(Reconciliation::request).toList();
  }

  private synchronized Stream<Reconciliation> running() {
    return workers.stream().map(Worker::current).flatMap(Optional::stream).toList().stream();
  }

  private synchronized void claim() {
    if (claimed) {
      throw new IllegalStateException(
          "controller " + name + " was started before: was it added to a manager twice?");
    }
    claimed = true;
  }

  private synchronized List<Source> begin() {
    if (state == State.NEW) {
      state = State.RUNNING;
    }
    return List.copyOf(sources);
  }

  /** Starts the sources; false if the controller was stopped before they had synced (C20). */
  private boolean sync(List<Source> first) throws InterruptedException {
    Duration timeout = options.cacheSyncTimeout();
    List<SourceStart> starts =
        first.stream().map(source -> new SourceStart(source, queue, timeout)).toList();
    starts.forEach(start -> threads.start("controller-" + name + "-source", start));
    Deadline deadline = Deadline.in(timeout);
    while (!isStopped() && !starts.stream().allMatch(SourceStart::hasSynced)) {
      ControllerThreads.Report report = threads.await(deadline.left());
      if (report == null) {
        throw new ControllerException(tooLate(starts), null);
      }
      check(report);
    }
    return !isStopped();
  }

  private String tooLate(List<SourceStart> starts) {
    SourceStart late =
        starts.stream().filter(start -> !start.hasSynced()).findFirst().orElseThrow();
    return "controller " + name + ": " + late.tooLate();
  }

  private synchronized boolean startWorkers() {
    if (isStopped()) {
      return false;
    }
    LOG.atInfo()
        .addKeyValue("controller", name)
        .addKeyValue("workers", options.maxConcurrentReconciles())
        .log("Starting workers");
    for (int i = 0; i < options.maxConcurrentReconciles(); i++) {
      Worker worker = new Worker(name, queue, reconciler, options, gate);
      workers.add(worker);
      threads.start("controller-" + name + "-worker-" + i, worker);
    }
    return true;
  }

  /** Waits until all workers have ended, and interrupts reconciles whose time is over. */
  private void supervise() throws InterruptedException {
    int working = options.maxConcurrentReconciles();
    while (working > 0) {
      ControllerThreads.Report report = nextReport();
      if (report == null) {
        running().forEach(Reconciliation::interruptIfLate);
      } else {
        check(report);
        working -= report.job() instanceof Worker ? 1 : 0;
      }
    }
  }

  /** Null when it is time to look for late reconciles: one that begins later has more time left. */
  private ControllerThreads.@Nullable Report nextReport() throws InterruptedException {
    Duration timeout = options.reconciliationTimeout();
    if (timeout.isZero()) {
      return threads.await();
    }
    return threads.await(
        running()
            .map(Reconciliation::untilInterrupt)
            .flatMap(Optional::stream)
            .min(Duration::compareTo)
            .orElse(timeout));
  }

  private void check(ControllerThreads.Report report) {
    Throwable error = report.error();
    if (error != null && !isStopped()) {
      throw error instanceof ControllerException late
          ? new ControllerException("controller " + name + ": " + late.getMessage(), null)
          : new ControllerException("controller " + name + ": " + error, error);
    }
  }

  private synchronized boolean isStopped() {
    return state == State.STOPPED;
  }
}
