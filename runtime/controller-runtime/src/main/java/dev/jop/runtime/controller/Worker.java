package dev.jop.runtime.controller;

import dev.jop.runtime.cache.UnknownNamespaceException;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.reconcile.TerminalException;
import dev.jop.runtime.workqueue.AddOptions;
import dev.jop.runtime.workqueue.Prioritized;
import dev.jop.runtime.workqueue.WorkQueue;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Takes requests from the queue, one after the other, and gives them to the reconciler.
 *
 * <p>Whatever the reconciler throws ends only that call: the request comes again later (C2, C6),
 * with the priority that it had unless the result says otherwise (C13, C14).
 */
final class Worker implements Crew.Job {

  private static final Logger LOG = LoggerFactory.getLogger(Controller.class);

  private final String controller;
  private final WorkQueue<Request> queue;
  private final Reconciler reconciler;
  private volatile boolean stopped;
  private volatile @Nullable Request current;

  Worker(String controller, WorkQueue<Request> queue, Reconciler reconciler) {
    this.controller = controller;
    this.queue = queue;
    this.reconciler = reconciler;
  }

  /** Lets the worker end after the request that it is working on. */
  void stop() {
    stopped = true;
  }

  /** What it is working on. */
  Optional<Request> current() {
    return Optional.ofNullable(current);
  }

  @Override
  public void run() throws InterruptedException {
    while (!stopped) {
      Optional<Prioritized<Request>> next = queue.getWithPriority();
      if (next.isEmpty() || stopped) {
        return;
      }
      Request request = next.get().item();
      current = request;
      try {
        handle(request, next.get().priority());
      } finally {
        current = null;
        queue.done(request);
      }
      if (Thread.interrupted() && stopped) { // else the reconciler left it behind
        return;
      }
    }
  }

  private void handle(Request request, int priority) {
    Context context = Context.of(UUID.randomUUID().toString(), queue.numRequeues(request));
    try {
      Result result =
          Objects.requireNonNull(
              reconciler.reconcile(request, context), "the reconciler returned null, not a Result");
      queue.forget(request);
      if (!result.isDone()) {
        queue.add(
            request,
            AddOptions.defaults()
                .withAfter(result.requeueAfter())
                .withPriority(result.priority().orElse(priority)));
      }
    } catch (Throwable failure) { // the edge: one object must not stop the work on others
      failed(request, priority, context, failure);
    }
  }

  private void failed(Request request, int priority, Context context, Throwable failure) {
    if (stopped && failure instanceof InterruptedException) {
      log(Level.WARN, request, context).log("Reconcile was interrupted by the stop");
    } else if (isTerminal(failure)) {
      withFailure(log(Level.ERROR, request, context), failure)
          .log("Reconciler error, not tried again until something changes");
    } else {
      queue.add(request, AddOptions.defaults().withRateLimited(true).withPriority(priority));
      withFailure(log(Level.ERROR, request, context), failure)
          .addKeyValue("failures", queue.numRequeues(request))
          .log("Reconciler error");
    }
  }

  /** An error of the API server says itself what was done to which object; others need a trace. */
  private static LoggingEventBuilder withFailure(LoggingEventBuilder line, Throwable failure) {
    return failure instanceof ApiException && !LOG.isDebugEnabled()
        ? line.addKeyValue("error", failure.getMessage())
        : line.setCause(failure);
  }

  private static boolean isTerminal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TerminalException || cause instanceof UnknownNamespaceException) {
        return true;
      }
    }
    return false;
  }

  private LoggingEventBuilder log(Level level, Request request, Context context) {
    return LOG.atLevel(level)
        .addKeyValue("controller", controller)
        .addKeyValue("namespace", request.key().namespace())
        .addKeyValue("name", request.key().name())
        .addKeyValue("reconcileID", context.reconcileId());
  }
}
