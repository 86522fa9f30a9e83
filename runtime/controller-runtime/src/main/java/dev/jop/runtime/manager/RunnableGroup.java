package dev.jop.runtime.manager;

import dev.jop.runtime.internal.time.Deadline;
import dev.jop.runtime.thread.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Parts of a manager that start together and stop together, each in a thread of its own.
 *
 * <p>A part that is added before the start waits for it, one that is added later starts at once
 * (M5), and when the group stops none is added any more (M8).
 */
final class RunnableGroup {

  private enum State {
    WAITING,
    STARTED,
    STOPPED
  }

  private final BiConsumer<String, Throwable> onFailure;
  private final List<Part> parts = new ArrayList<>();
  private State state = State.WAITING;

  /**
   * A group without parts.
   *
   * @param onFailure is told the name of a part that failed, and why, from the part's thread
   */
  RunnableGroup(BiConsumer<String, Throwable> onFailure) {
    this.onFailure = onFailure;
  }

  synchronized void add(Part part) {
    if (state == State.STOPPED) {
      throw new IllegalStateException(
          "cannot add " + part.name() + ": the manager is stopping or has stopped");
    }
    parts.add(part);
    if (state == State.STARTED) {
      start(part);
    }
  }

  synchronized void start() {
    if (state == State.WAITING) {
      state = State.STARTED;
      parts.forEach(this::start);
    }
  }

  private void start(Part part) {
    part.start(
        Threads.start(
            part.name(),
            () -> {
              try {
                part.run();
              } catch (InterruptedException e) {
                if (!isStopped()) {
                  onFailure.accept(part.name(), e);
                }
              } catch (Throwable e) { // whatever ends a part, an Error too, ends the manager
                onFailure.accept(part.name(), e);
              }
            }));
  }

  private synchronized boolean isStopped() {
    return state == State.STOPPED;
  }

  /** Asks all parts to end. Does not wait. */
  synchronized void stop() {
    if (state != State.STOPPED) {
      state = State.STOPPED;
      parts.forEach(Part::stop);
    }
  }

  /** Waits until the parts have ended, and hurries those that have not in time. */
  void awaitThenHurry(Deadline deadline) throws InterruptedException {
    for (Part part : all()) {
      if (!part.await(deadline)) {
        part.hurry();
      }
    }
  }

  /**
   * Waits until the parts have ended, and interrupts those that have not in time.
   *
   * @return what the latter are still doing
   */
  List<String> await(Deadline deadline) throws InterruptedException {
    List<String> late = new ArrayList<>();
    for (Part part : all()) {
      if (!part.await(deadline)) {
        late.add(part.doing());
        part.interrupt();
      }
    }
    return late;
  }

  private synchronized List<Part> all() {
    return List.copyOf(parts);
  }
}
