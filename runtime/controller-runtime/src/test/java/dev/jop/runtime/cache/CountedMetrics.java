package dev.jop.runtime.cache;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Metrics that a test can read. */
final class CountedMetrics implements InformerMetrics {

  final AtomicInteger lists = new AtomicInteger();
  final AtomicInteger items = new AtomicInteger();
  final AtomicInteger watches = new AtomicInteger();
  final AtomicInteger watchesEnded = new AtomicInteger();
  final AtomicInteger undecodable = new AtomicInteger();
  final AtomicInteger handled = new AtomicInteger();
  final List<String> failures = new CopyOnWriteArrayList<>();
  volatile boolean closed;

  @Override
  public void listed(double seconds, int objects) {
    items.set(objects);
    lists.incrementAndGet();
  }

  @Override
  public void watchStarted() {
    watches.incrementAndGet();
  }

  @Override
  public void watchEnded(double seconds, long events) {
    watchesEnded.incrementAndGet();
  }

  @Override
  public void failed(String verb, String reason) {
    failures.add(verb + " " + reason);
  }

  @Override
  public void undecodable() {
    undecodable.incrementAndGet();
  }

  @Override
  public void handled(double seconds) {
    handled.incrementAndGet();
  }

  @Override
  public void close() {
    closed = true;
  }
}
