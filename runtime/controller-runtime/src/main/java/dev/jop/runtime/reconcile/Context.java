package dev.jop.runtime.reconcile;

/** What a reconciler may want to know of the call, beside the request. */
public interface Context {

  /** A context for calling a reconciler by hand, as a test does. */
  static Context of(String reconcileId, int failures) {
    return new CallContext(reconcileId, failures);
  }

  /** An id of this one call, which stands in all log lines of it; a random UUID (C33). */
  String reconcileId();

  /** How many calls for this request failed in a row before this one. */
  int failures();
}
