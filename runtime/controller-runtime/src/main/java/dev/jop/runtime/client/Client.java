package dev.jop.runtime.client;

/**
 * Reads and writes objects: a manager's client reads from its cache and writes to the API server.
 *
 * <p>Safe for use by many threads.
 */
public interface Client extends Reader, Writer {

  /** Writes statuses. */
  StatusWriter status();
}
