package dev.jop.runtime.controller;

import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.workqueue.Enqueuer;
import java.time.Duration;

/** Starts one source and waits until it has synced. */
final class SourceStart implements ControllerThreads.Job {

  private final Source source;
  private final Enqueuer<Request> queue;
  private final Duration timeout;
  private volatile boolean started;
  private volatile boolean synced;

  SourceStart(Source source, Enqueuer<Request> queue, Duration timeout) {
    this.source = source;
    this.queue = queue;
    this.timeout = timeout;
  }

  @Override
  public void run() throws InterruptedException {
    source.start(queue);
    started = true;
    synced = source.waitForSync(timeout);
    if (!synced) {
      throw new ControllerException(tooLate(), null);
    }
  }

  boolean hasSynced() {
    return synced;
  }

  /** Why it has not synced in time, and what may help. */
  String tooLate() {
    String within = " within " + timeout.toMillis() / 1000.0 + " s: ";
    String why =
        source
            .lastError()
            .map(Throwable::getMessage)
            .orElse(
                "is the API server there, is its CRD installed, and may this program list and watch it?");
    return started
        ? source + " did not sync" + within + why
        : source + " did not start" + within + "its start must not block";
  }
}
