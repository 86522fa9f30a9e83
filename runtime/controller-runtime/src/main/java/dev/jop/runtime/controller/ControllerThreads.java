package dev.jop.runtime.controller;

import dev.jop.runtime.thread.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of a controller, each of which reports how it ended to the one that waits. */
final class ControllerThreads {

  /** What a thread does until it ends. */
  @FunctionalInterface
  interface Job {
    void run() throws Exception;
  }

  /**
   * Why the wait is over.
   *
   * @param job what has ended, or null if nothing has and somebody calls
   * @param error what ended it, or null if it ended well
   */
  record Report(@Nullable Job job, @Nullable Throwable error) {}

  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  void start(String name, Job job) {
    threads.add(Threads.start(name, () -> reports.add(new Report(job, outcome(job)))));
  }

  private static @Nullable Throwable outcome(Job job) {
    try {
      job.run();
      return null;
    } catch (Throwable e) { // whatever ends a thread must not go unnoticed
      return e;
    }
  }

  /** Waits until the next thread ends or somebody calls; null if the time is over before. */
  @Nullable Report await(Duration timeout) throws InterruptedException {
    return reports.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
  }

  /** Waits until the next thread ends or somebody calls. */
  Report await() throws InterruptedException {
    return reports.take();
  }

  /** Ends a wait, the next one if there is none now. */
  void call() {
    reports.add(new Report(null, null));
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }
}
