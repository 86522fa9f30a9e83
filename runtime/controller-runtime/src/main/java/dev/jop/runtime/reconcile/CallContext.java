package dev.jop.runtime.reconcile;

/** A context that says what it was made with. */
record CallContext(String reconcileId, int failures) implements Context {}
