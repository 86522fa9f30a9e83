package dev.jop.runtime.client;

/**
 * Reads and writes objects: a manager's client reads from its cache and writes to the API server.
 *
 * <p>Safe for use by many threads.
 */
public interface Client extends Reader, Writer {

  /** Writes statuses. */
  StatusWriter status();

  /**
   * A client that does both at the API server.
   *
   * @param rest the wire, which stays the caller's to close
   */
  static Client live(RestClient rest) {
    return new RestfulClient(rest, new LiveReader(rest));
  }

  /**
   * A client that reads elsewhere, usually in a cache, and writes to the API server.
   *
   * @param rest the wire, which stays the caller's to close
   * @param reader what answers reads
   */
  static Client reading(RestClient rest, Reader reader) {
    return new RestfulClient(rest, reader);
  }
}
