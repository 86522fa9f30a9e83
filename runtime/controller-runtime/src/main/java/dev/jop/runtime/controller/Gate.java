package dev.jop.runtime.controller;

/**
 * What workers pass before each reconcile: open while the controller may reconcile.
 *
 * <p>Once {@link #close} has returned no reconcile begins any more.
 */
final class Gate {

  private boolean open;
  private boolean removed;

  Gate(boolean open) {
    this.open = open;
  }

  synchronized void open() {
    open = true;
    notifyAll();
  }

  synchronized void close() {
    open = false;
  }

  /** Lets everybody who waits go on, for good; nobody passes any more. */
  synchronized void remove() {
    removed = true;
    notifyAll();
  }

  /** Waits until it is open; false if it was removed. */
  synchronized boolean await() throws InterruptedException {
    while (!open && !removed) {
      wait();
    }
    return !removed;
  }

  /**
   * Runs something that must not happen behind a closed gate, if it is open. What runs here must be
   * quick.
   */
  synchronized boolean passes(Runnable entry) {
    if (open && !removed) {
      entry.run();
      return true;
    }
    return false;
  }
}
