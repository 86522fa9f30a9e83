package dev.jop.runtime.controller;

import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.workqueue.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a reconciler for every object that its sources name.
 *
 * <p>Usually made by a {@code ControllerBuilder} and run by a manager. Its life has three parts,
 * once: sources are added; {@link #run} starts them, waits for all and lets workers work; {@link
 * #stop} ends it. A source that is added while it runs is started at once (C24).
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
  private final List<Source> sources = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Crew crew = new Crew();
  private State state = State.NEW;

  private Controller(String name, Reconciler reconciler, ControllerOptions options) {
    this.name = name;
    this.reconciler = reconciler;
    this.options = options;
    this.queue = options.newQueue().apply(name);
  }

  /**
   * Makes a controller that listens to nothing yet. Its name is taken until it has ended.
   *
   * @param name how it is called in logs and metrics; unique in this process (C29)
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

  /** How it is called in logs and metrics. */
  public String name() {
    return name;
  }

  /** Listens to a source; at once if the controller runs, else from its start. */
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
   * Starts the sources, waits until they have synced (C17), and works until {@link #stop} is called
   * and the reconciles that run then have ended (C36).
   *
   * @throws ControllerException if a source fails or does not sync in time (C18, C19, C21), or a
   *     worker breaks down
   * @throws InterruptedException if the thread was interrupted, as were the workers; they are not
   *     waited for
   * @throws IllegalStateException if it was called before (C23)
   */
  public void run() throws InterruptedException {
    List<Source> first = begin();
    try {
      if (sync(first)) {
        work();
      }
    } finally {
      stop();
      crew.interrupt();
    }
  }

  /**
   * Lets {@link #run} come to its end: the sources are closed, nothing is taken from the queue any
   * more, and what is being reconciled goes on. Does not wait. May be called twice.
   */
  public void stop() {
    synchronized (this) {
      if (state == State.STOPPED) {
        return;
      }
      state = State.STOPPED;
      sources.forEach(this::close);
      workers.forEach(Worker::stop);
    }
    queue.shutDown();
    crew.call();
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

  /** What is being reconciled now. */
  public synchronized List<Request> reconciling() {
    return workers.stream().flatMap(worker -> worker.current().stream()).toList();
  }

  private synchronized List<Source> begin() {
    if (state == State.RUNNING) {
      throw new IllegalStateException(
          "controller " + name + " was started before: was it added to a manager twice?");
    }
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
    starts.forEach(start -> crew.start("controller-" + name + "-source", start));
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!isStopped() && !starts.stream().allMatch(SourceStart::hasSynced)) {
      Crew.Report report = crew.await(Duration.ofNanos(deadline - System.nanoTime()));
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

  private void work() throws InterruptedException {
    if (!startWorkers()) {
      return;
    }
    LOG.atInfo()
        .addKeyValue("controller", name)
        .addKeyValue("workers", options.maxConcurrentReconciles())
        .log("Starting workers");
    int working = options.maxConcurrentReconciles();
    while (working > 0) {
      Crew.Report report = crew.await();
      check(report);
      working -= report.job() instanceof Worker ? 1 : 0;
    }
  }

  private synchronized boolean startWorkers() {
    if (isStopped()) {
      return false;
    }
    for (int i = 0; i < options.maxConcurrentReconciles(); i++) {
      Worker worker = new Worker(name, queue, reconciler);
      workers.add(worker);
      crew.start("controller-" + name + "-worker-" + i, worker);
    }
    return true;
  }

  private void check(Crew.Report report) {
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
