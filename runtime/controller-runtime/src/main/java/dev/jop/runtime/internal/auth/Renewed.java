package dev.jop.runtime.internal.auth;

import dev.jop.runtime.thread.Threads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that takes time to get, kept as long as it can be used, and got once for all who wait.
 *
 * <p>It is got in a thread of its own, so that a caller who is interrupted leaves the others alone;
 * a failure is told to all who waited, and the next who asks tries again.
 */
final class Renewed<T> {

  private final Consumer<Runnable> threads;
  private final Supplier<T> renewal;
  private final Predicate<T> usable;
  private @Nullable T value;
  private @Nullable CompletableFuture<T> running;

  /**
   * A value that is got when it is asked for.
   *
   * @param name what is being done to get it, for thread dumps
   * @param renewal gets a new one; never runs twice at a time
   * @param usable whether one can still be used
   */
  Renewed(String name, Supplier<T> renewal, Predicate<T> usable) {
    this(body -> Threads.start(name, body), renewal, usable);
  }

  Renewed(Consumer<Runnable> threads, Supplier<T> renewal, Predicate<T> usable) {
    this.threads = threads;
    this.renewal = renewal;
    this.usable = usable;
  }

  /**
   * The value.
   *
   * @throws CredentialsException if it cannot be got, or the thread was interrupted
   */
  T get() {
    CompletableFuture<T> renewing;
    synchronized (this) {
      if (value != null && usable.test(value)) {
        return value;
      }
      renewing = running == null ? start() : running;
    }
    try {
      return renewing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsException("interrupted while waiting for credentials", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CredentialsException(String.valueOf(cause.getMessage()), cause);
    }
  }

  /** Called with the lock, which the end of the renewal waits for. */
  private CompletableFuture<T> start() {
    CompletableFuture<T> renewing = new CompletableFuture<>();
    threads.accept(() -> renew(renewing)); // first, since it fails where no thread can be had
    running = renewing;
    return renewing;
  }

  private void renew(CompletableFuture<T> renewing) {
    try {
      T renewed = renewal.get();
      end(renewed);
      renewing.complete(renewed);
    } catch (Throwable e) { // the others wait, whatever it was
      end(null);
      renewing.completeExceptionally(e);
    }
  }

  private synchronized void end(@Nullable T renewed) {
    value = renewed;
    running = null;
  }

  /** The last value, whether it can be used or not; null if there is none. */
  synchronized @Nullable T last() {
    return value;
  }

  /** Says that a value cannot be used any more: this one, and not another that is equal. */
  @SuppressWarnings("ReferenceEquality")
  synchronized void forget(T unusable) {
    if (value == unusable) {
      value = null;
    }
  }
}
