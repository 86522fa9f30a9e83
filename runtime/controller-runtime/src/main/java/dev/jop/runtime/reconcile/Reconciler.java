package dev.jop.runtime.reconcile;

/**
 * Brings one object to what is wanted: what the user of this library writes.
 *
 * <p>It is told which object to look at, not what happened. It should read what is wanted, read
 * what is there, do what is missing, and may be called again at any time with the same request. Two
 * requests for the same object are never handled at once; different ones are, if the controller has
 * more than one worker.
 */
@FunctionalInterface
public interface Reconciler {

  /**
   * Looks at an object and does what is missing.
   *
   * @return whether to look again without being asked
   * @throws TerminalException if trying again is of no use until something changes
   * @throws InterruptedException if the manager has stopped and does not wait any longer
   * @throws Exception if something went wrong: the same request comes again after a while that
   *     grows with each failure in a row
   */
  Result reconcile(Request request, Context context) throws Exception;
}
