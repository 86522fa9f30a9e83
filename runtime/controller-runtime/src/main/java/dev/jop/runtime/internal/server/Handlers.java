package dev.jop.runtime.internal.server;

import dev.jop.runtime.thread.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs handlers, so many at a time, each on a thread that it may hold up. Used by the server's one
 * thread alone, so the order in which requests wait is the order in which they came.
 */
final class Handlers {

  /** How long a thread is kept for the next request. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Executor server;
  private final int most;
  private final ExecutorService threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  Handlers(String name, Executor server, int most) {
    this.server = server;
    this.most = most;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEPT.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            body -> Threads.unstarted(name + " handler", body));
  }

  /** Has work done on another thread, and hands on what comes of it on the server's. */
  <T> void execute(Supplier<T> work, Consumer<T> then) {
    Runnable task = () -> start(work, then);
    if (running < most) {
      task.run();
    } else {
      waiting.add(task);
    }
  }

  private <T> void start(Supplier<T> work, Consumer<T> then) {
    threads.execute(
        () -> {
          T result = work.get();
          try {
            server.execute(
                () -> {
                  next();
                  then.accept(result);
                });
          } catch (RejectedExecutionException stopped) {
            // nobody waits for the result
          }
        });
    running++; // not before, since there may be no thread to be had
  }

  private void next() {
    running--;
    Runnable task = waiting.poll();
    if (task != null && !threads.isShutdown()) {
      task.run();
    }
  }

  /** Interrupts those that run, and runs no further ones. */
  void stop() {
    waiting.clear();
    threads.shutdownNow();
  }
}
