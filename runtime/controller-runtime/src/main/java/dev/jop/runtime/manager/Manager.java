package dev.jop.runtime.manager;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.cluster.Cluster;
import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.controller.Controller;
import dev.jop.runtime.controller.ControllerException;
import dev.jop.runtime.controller.ControllerOptions;
import dev.jop.runtime.healthz.BindAddress;
import dev.jop.runtime.healthz.HealthCheck;
import dev.jop.runtime.healthz.HealthServer;
import dev.jop.runtime.internal.time.Deadline;
import dev.jop.runtime.thread.Threads;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator as a whole: its cluster, its controllers, and whatever runs beside them.
 *
 * <p>It is made, then parts are added, then it runs once. At the start the health endpoints answer
 * first, then the caches fill, then tasks and controllers run (M3). It stops when it is told to, by
 * {@link #close} or a signal, or when a part fails (M6): tasks are interrupted, reconciles that run
 * are cancelled and, after two thirds of {@link ManagerOptions#gracefulShutdownTimeout},
 * interrupted; then the caches and at last the health endpoints are closed (M24).
 *
 * <p>One thread leads through all of that; the other threads only tell it when to stop. All methods
 * are safe for use by many threads; {@link #close} waits for the reconciles, so none of them may
 * call it.
 */
public final class Manager implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Manager.class);
  private static final Duration LOOK_FOR_STOP = Duration.ofMillis(100);

  /** What the closing of caches may take when the time is over. */
  private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

  private final ManagerOptions options;
  private final Cluster cluster;
  private final @Nullable HealthServer health;
  private final ClusterGroup clusters = new ClusterGroup();
  private final RunnableGroup tasks = new RunnableGroup(this::failed);
  private final RunnableGroup controllers = new RunnableGroup(this::failed);
  private final Failures failures = new Failures();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean started;

  Manager(ManagerOptions options, Cluster cluster, @Nullable HealthServer health) {
    this.options = options;
    this.cluster = cluster;
    this.health = health;
    clusters.add(cluster);
  }

  /**
   * Makes a manager and takes the port of its health endpoints.
   *
   * @throws ManagerException if no API server is configured (M1) or the port cannot be had (M14)
   */
  public static Manager create(ManagerOptions options) {
    try {
      ClientConfig config = options.config().get();
      HealthServer health =
          BindAddress.parse(options.healthProbeBindAddress())
              .map(HealthServer::listen)
              .orElse(null);
      return new Manager(options, connect(config, options, health), health);
    } catch (ConfigException | UncheckedIOException | IllegalArgumentException e) {
      throw new ManagerException(String.valueOf(e.getMessage()));
    }
  }

  private static Cluster connect(
      ClientConfig config, ManagerOptions options, @Nullable HealthServer health) {
    try {
      return Cluster.create(config, options.cache());
    } catch (RuntimeException e) {
      if (health != null) {
        health.close();
      }
      throw e;
    }
  }

  /** Reads from the cache and writes to the API server. Reading needs the manager's start. */
  public Client client() {
    return cluster.client();
  }

  /** The objects that the manager's informers hold. */
  public Cache cache() {
    return cluster.cache();
  }

  /** The API server that this manager works on. */
  public Cluster cluster() {
    return cluster;
  }

  /** How controllers work that say nothing else. */
  public ControllerOptions controllerOptions() {
    return options.controller();
  }

  /**
   * Adds something that runs beside the controllers, at once if the manager runs already.
   *
   * @param name what it is, for logs and thread dumps
   * @throws IllegalStateException if the manager is stopping (M8)
   */
  public void add(String name, Task task) {
    tasks.add(Part.of(name, task));
  }

  /** Adds a controller, as a controller builder does; it starts at once if the manager runs. */
  public void add(Controller controller) {
    controllers.add(Part.of(controller));
  }

  /** Adds another cluster, which the manager starts, waits for and closes with its own. */
  public void add(Cluster other) {
    clusters.add(other);
  }

  /** Adds a check that says whether the program has to be restarted. */
  public void addHealthzCheck(String name, HealthCheck check) {
    if (health != null) {
      health.addHealthzCheck(name, check);
    }
  }

  /** Adds a check that says whether the program can be sent work. */
  public void addReadyzCheck(String name, HealthCheck check) {
    if (health != null) {
      health.addReadyzCheck(name, check);
    }
  }

  /**
   * Starts and returns at once; for tests and for programs that do something else meanwhile.
   *
   * <p>It keeps no JVM alive.
   *
   * @throws IllegalStateException if it was started or closed before (M12)
   */
  public void start() {
    synchronized (this) {
      if (started) {
        throw new IllegalStateException("the manager was started or closed before");
      }
      started = true;
    }
    Threads.start("manager", this::live);
  }

  /**
   * Starts, and returns when the manager was told to stop and all has stopped: by SIGTERM, SIGINT
   * or {@link #close}. A signal stops all managers that run in this process; a second one ends the
   * process at once with exit code 1.
   *
   * @throws ManagerException if a part failed or did not stop in time; left alone in {@code main}
   *     it is one line on the standard error and an exit code of 1
   */
  public void run() {
    Consumer<String> signalled = this::signalled;
    // Before there is anything that a signal should stop well.
    Signals.listen(signalled, this::awaitEnd);
    try {
      start();
      awaitEnd();
    } finally {
      Signals.ignore(signalled);
    }
    throwFailures();
  }

  private void signalled(String signal) {
    LOG.info("{} received, stopping", signal);
    stop.countDown();
  }

  private void failed(String part, Throwable error) {
    boolean told = error instanceof ControllerException || error instanceof ManagerException;
    String message = told ? String.valueOf(error.getMessage()) : part + " failed: " + error;
    LOG.error("{}", message, told ? error.getCause() : error);
    failures.add(message);
    stop.countDown();
  }

  private void live() {
    startAll();
    end();
  }

  private void end() {
    try {
      stop.await();
      stopAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody else knows this thread
    } finally {
      ended.countDown();
    }
  }

  private void startAll() {
    LOG.info("Starting manager for {}", cluster.server());
    try {
      if (health != null) {
        health.start();
      }
      clusters.start();
      if (waitForClusters()) {
        tasks.start();
        controllers.start();
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      failed("the start", e);
    }
  }

  /**
   * Waits for the caches; false if the manager has to stop, since it was told to or they failed.
   */
  private boolean waitForClusters() throws InterruptedException {
    Duration timeout = options.controller().cacheSyncTimeout();
    Deadline deadline = Deadline.in(timeout);
    while (stop.getCount() > 0) {
      if (clusters.waitForSync(LOOK_FOR_STOP)) {
        return true;
      }
      if (deadline.isOver()) {
        failed("the start", new ManagerException("caches did not sync within " + seconds(timeout)));
      }
    }
    return false;
  }

  private void stopAll() throws InterruptedException {
    Duration grace = options.gracefulShutdownTimeout();
    Deadline deadline = Deadline.in(grace);
    Deadline patience = Deadline.in(grace.multipliedBy(2).dividedBy(3));
    tasks.stop();
    controllers.stop();
    controllers.awaitThenHurry(patience);
    List<String> late = new ArrayList<>(tasks.await(deadline));
    late.addAll(controllers.await(deadline));
    Part closing = Part.of("closing the caches", clusters::close);
    closing.start(Threads.start("close-caches", clusters::close));
    if (!closing.await(deadline.atLeast(LAST_MOMENT))) {
      late.add(closing.name());
    }
    if (health != null) {
      health.close();
    }
    if (!late.isEmpty() && !grace.isZero()) {
      failures.add("did not stop within " + seconds(grace) + ": " + String.join("; ", late));
    }
    LOG.info("Stopped");
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      stop.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailures() {
    Optional<ManagerException> failure = failures.take();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /**
   * Stops and waits until all has stopped. May be called twice, and without a start.
   *
   * @throws ManagerException if a part failed or did not stop in time, unless that was told before
   */
  @Override
  public void close() {
    boolean running;
    synchronized (this) {
      running = started;
      started = true;
    }
    stop.countDown();
    if (!running) {
      Threads.start("manager", this::end);
    }
    awaitEnd();
    throwFailures();
  }
}
