package dev.jop.runtime.cache;

import dev.jop.runtime.thread.Threads;

/**
 * A thread of an informer: one that lists and watches, or one that tells a handler.
 *
 * <p>Code of others runs in them, and may end informers. It does not wait then for those that it
 * ends: two of them would wait for each other.
 */
final class InformerThread {

  private static final ThreadLocal<Boolean> IS_ONE = ThreadLocal.withInitial(() -> false);

  private InformerThread() {}

  /** Starts one. */
  static Thread start(String name, Runnable body) {
    return Threads.start(
        name,
        () -> {
          IS_ONE.set(true);
          body.run();
        });
  }

  /** Waits until one has ended; not at all if the caller is one. */
  static void awaitEnd(Thread thread) throws InterruptedException {
    if (!IS_ONE.get()) {
      thread.join();
    }
  }
}
