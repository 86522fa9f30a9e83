package dev.jop.runtime.controller;

import dev.jop.runtime.cache.UnknownNamespaceException;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import dev.jop.runtime.reconcile.TerminalException;
import dev.jop.runtime.workqueue.AddOptions;
import dev.jop.runtime.workqueue.Prioritized;
import dev.jop.runtime.workqueue.WorkQueue;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Takes requests from the queue, one after the other, and gives them to the reconciler.
 *
 * <p>Whatever the reconciler throws ends only that call: the request comes again later (C2, C6),
 * with the priority that it had unless the result sets another (C13, C14).
 */
final class Worker implements ControllerThreads.Job {

  private static final Logger LOG = LoggerFactory.getLogger(Controller.class);

  private final String controller;
  private final WorkQueue<Request> queue;
  private final Reconciler reconciler;
  private final ControllerOptions options;
  private final Gate gate;
  private volatile @Nullable Reconciliation current;

  Worker(
      String controller,
      WorkQueue<Request> queue,
      Reconciler reconciler,
      ControllerOptions options,
      Gate gate) {
    this.controller = controller;
    this.queue = queue;
    this.reconciler = reconciler;
    this.options = options;
    this.gate = gate;
  }

  /** The call that it is making. */
  Optional<Reconciliation> current() {
    return Optional.ofNullable(current);
  }

  @Override
  public void run() throws InterruptedException {
    while (gate.await()) {
      Optional<Prioritized<Request>> next = queue.getWithPriority();
      if (next.isEmpty()) {
        return;
      }
      take(next.get().item(), next.get().priority());
    }
  }

  private void take(Request request, int priority) {
    Reconciliation call =
        new Reconciliation(request, queue.numRequeues(request), options.reconciliationTimeout());
    try {
      if (gate.passes(() -> current = call)) {
        handle(call, priority);
      } else { // closed since this thread began to wait: left for when it is open again
        queue.add(request, AddOptions.defaults().withPriority(priority));
      }
    } finally {
      current = null;
      queue.done(request);
    }
  }

  private void handle(Reconciliation call, int priority) {
    Request request = call.request();
    MDC.put("controller", controller);
    MDC.put("namespace", request.key().namespace());
    MDC.put("name", request.key().name());
    MDC.put("reconcileID", call.context().reconcileId());
    try {
      Result result = reconcile(call);
      queue.forget(request);
      if (!result.isDone()) {
        queue.add(
            request,
            AddOptions.defaults()
                .withAfter(result.requeueAfter())
                .withPriority(result.priority().orElse(priority)));
      }
    } catch (Exception failure) { // the edge: one object must not stop the work on others
      failed(call, priority, failure);
    } catch (Error failure) {
      if (!options.recoverPanic()) {
        throw failure;
      }
      failed(call, priority, failure);
    } finally {
      MDC.clear();
    }
  }

  private Result reconcile(Reconciliation call) throws Exception {
    try {
      return Objects.requireNonNull(
          reconciler.reconcile(call.request(), call.context()),
          "the reconciler returned null instead of a Result");
    } finally {
      call.end();
    }
  }

  private void failed(Reconciliation call, int priority, Throwable failure) {
    Request request = call.request();
    if (call.wasCancelled() && isInterrupt(failure)) {
      log(Level.WARN, call).log("Reconcile was interrupted");
      queue.add(request, AddOptions.defaults().withPriority(priority));
      return;
    }
    if (isTerminal(failure)) {
      withFailure(log(Level.ERROR, call), failure)
          .log("Reconciler error, not tried again until something changes");
      return;
    }
    queue.add(request, AddOptions.defaults().withRateLimited(true).withPriority(priority));
    withFailure(log(Level.ERROR, call), call.isLate() ? late(failure) : failure)
        .addKeyValue("failures", queue.numRequeues(request))
        .log("Reconciler error");
  }

  private Exception late(Throwable failure) {
    Exception late =
        new TimeoutException(
            "the reconcile did not end within "
                + options.reconciliationTimeout().toMillis()
                + " ms");
    late.initCause(failure);
    return late;
  }

  private static boolean isInterrupt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
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

  private LoggingEventBuilder log(Level level, Reconciliation call) {
    return LOG.atLevel(level)
        .addKeyValue("controller", controller)
        .addKeyValue("namespace", call.request().key().namespace())
        .addKeyValue("name", call.request().key().name())
        .addKeyValue("reconcileID", call.context().reconcileId());
  }
}
