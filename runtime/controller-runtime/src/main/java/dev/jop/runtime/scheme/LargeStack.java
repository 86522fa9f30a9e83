package dev.jop.runtime.scheme;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that recurses as deep as an object may be nested, on a thread with a stack for it.
 *
 * <p>Seldom needed, and by one at a time, so that many such objects do not take much memory.
 */
final class LargeStack {

  /** 10,000 levels took less than 10 MiB, interpreted. What is not touched takes no memory. */
  private static final long BYTES = 64L << 20;

  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private LargeStack() {}

  /** Whether the current thread has one. */
  static boolean isCurrent() {
    return Thread.currentThread() instanceof Deep;
  }

  /** Whether JSON is nested deeper than the usual stack is sure to hold. */
  static boolean isNeededFor(byte[] json) {
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '"' -> text = !text;
        case '\\' -> i++;
        case '{', '[' -> depth += text ? 0 : 1;
        case '}', ']' -> depth -= text ? 0 : 1;
        default -> {}
      }
      if (depth > Mapping.USUAL_DEPTH) {
        return true;
      }
    }
    return false;
  }

  /** Does the work and gives its result, or throws what it throws. */
  static <T> T call(Supplier<T> work) {
    if (isCurrent()) {
      return work.get();
    }
    Call<T> call = new Call<>(work);
    Deep thread = new Deep(call);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    ONE_AT_A_TIME.lock();
    try {
      thread.start();
      join(thread);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
    return call.result();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) { // the work is short, and does not wait
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Deep extends Thread {
    Deep(Runnable work) {
      super(null, work, "deep-json", BYTES);
      setDaemon(true);
    }
  }

  private static final class Call<T> implements Runnable {

    private final Supplier<T> work;
    private @Nullable T result;
    private @Nullable RuntimeException exception;
    private @Nullable Error error;

    Call(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException e) {
        exception = e;
      } catch (Error e) {
        error = e;
      }
    }

    @SuppressWarnings("NullAway") // without an error there is a result
    T result() {
      if (exception != null) {
        throw exception;
      }
      if (error != null) {
        throw error;
      }
      return result;
    }
  }
}
