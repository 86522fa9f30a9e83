package dev.jop.runtime.manager;

import dev.jop.runtime.controller.Controller;
import dev.jop.runtime.internal.time.Deadline;
import dev.jop.runtime.reconcile.Request;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that a manager runs in a thread, and how it is asked to end. */
abstract class Part {

  private final String name;
  private volatile @Nullable Thread thread;

  private Part(String name) {
    this.name = name;
  }

  /** A part that ends when its thread is interrupted. */
  static Part of(String name, Task task) {
    return new Part(name) {
      @Override
      void run() throws Exception {
        task.run();
      }

      @Override
      void stop() {
        interrupt();
      }
    };
  }

  /** A part that ends what it has begun, unless its thread is interrupted. */
  static Part of(Controller controller) {
    return new Part("controller " + controller.name()) {
      @Override
      void run() throws InterruptedException {
        controller.run();
      }

      @Override
      void stop() {
        controller.stop();
      }

      @Override
      void hurry() {
        controller.interrupt();
      }

      @Override
      String doing() {
        List<Request> busy = controller.reconciling();
        return busy.isEmpty()
            ? name()
            : name()
                + " reconciling "
                + busy.stream().map(Request::toString).collect(Collectors.joining(", "));
      }
    };
  }

  final String name() {
    return name;
  }

  abstract void run() throws Exception;

  abstract void stop();

  /** Interrupts what it is still doing some time after the stop. */
  void hurry() {}

  /** What to say of it when it does not end. */
  String doing() {
    return name;
  }

  final void start(Thread thread) {
    this.thread = thread;
  }

  final void interrupt() {
    Thread started = thread;
    if (started != null) {
      started.interrupt();
    }
  }

  /** Waits until it has ended; at once if it was never started. */
  final boolean await(Deadline deadline) throws InterruptedException {
    Thread started = thread;
    if (started == null || !started.isAlive()) {
      return true;
    }
    long millis = deadline.left().toMillis();
    if (millis > 0) {
      started.join(millis);
    }
    return !started.isAlive();
  }
}
