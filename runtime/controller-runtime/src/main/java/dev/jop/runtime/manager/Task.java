package dev.jop.runtime.manager;

/** Something that runs for as long as the manager does, beside the controllers. */
@FunctionalInterface
public interface Task {

  /**
   * Runs in a thread of its own, which is interrupted when the manager stops. May end earlier.
   *
   * @throws InterruptedException when it is interrupted, which is no failure (M9)
   * @throws Exception if it cannot go on: the manager then stops as a whole (M6)
   */
  void run() throws Exception;
}
