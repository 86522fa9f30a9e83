package dev.jop.runtime.internal.server;

/** Answers requests. */
@FunctionalInterface
public interface Handler {

  /**
   * Answers a request whose body has arrived as a whole. Called by many threads, which may wait; at
   * the end of a graceful stop they are interrupted.
   *
   * @throws Exception if it can't; the client is told no more than the request's id, under which
   *     the reason is logged
   */
  Response handle(Request request) throws Exception;
}
