package dev.jop.runtime.controller;

import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.source.Source;
import dev.jop.runtime.workqueue.Enqueuer;
import java.time.Duration;

/** A source that does at its start and its end what a test wants, and brings nothing. */
final class FakeSource implements Source {

  /** What a source does at its start. */
  @FunctionalInterface
  interface Start {
    void run() throws InterruptedException;
  }

  private final String name;
  private final Start start;

  private final Runnable closing;

  private FakeSource(String name, Start start, Runnable closing) {
    this.name = name;
    this.start = start;
    this.closing = closing;
  }

  static FakeSource startedBy(String name, Start start) {
    return new FakeSource(name, start, () -> {});
  }

  static FakeSource closedBy(String name, Runnable closing) {
    return new FakeSource(name, () -> {}, closing);
  }

  @Override
  public void start(Enqueuer<Request> queue) {
    try {
      start.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean waitForSync(Duration timeout) {
    return true;
  }

  @Override
  public void close() {
    closing.run();
  }

  @Override
  public String toString() {
    return name;
  }
}
