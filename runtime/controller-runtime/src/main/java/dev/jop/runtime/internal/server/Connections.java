package dev.jop.runtime.internal.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of a server, and the room that they take. Used by the server's one thread alone.
 *
 * <p>Their number is limited, and the bytes of requests and answers that are held for them. When a
 * limit is reached, the connection that has waited for its client the longest is closed to make
 * room. So clients that do nothing cannot keep others out.
 */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long TELL_AGAIN_NANOS = 60_000_000_000L;

  private final String name;
  private final int maxConnections;
  private final long maxHeld;
  private final Set<Connection> all = new LinkedHashSet<>();

  /** Those whose clients are to do something next, the longest waiting first. */
  private final Set<Connection> waiting = new LinkedHashSet<>();

  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private long held;
  private boolean closing;
  private long told = System.nanoTime() - TELL_AGAIN_NANOS;

  Connections(String name, int maxConnections, long maxHeld) {
    this.name = name;
    this.maxConnections = maxConnections;
    this.maxHeld = maxHeld;
  }

  /** Adds a connection; false if there is no room for it and none can be made. */
  boolean admit(Connection connection) {
    if (closing || (all.size() >= maxConnections && !closeLongestWaiting(0))) {
      return false;
    }
    all.add(connection);
    return true;
  }

  /** It is the client's turn from now on. */
  void waitFor(Connection connection) {
    waiting.remove(connection);
    waiting.add(connection);
  }

  /** It is our turn from now on. */
  void workFor(Connection connection) {
    waiting.remove(connection);
  }

  /** Counts bytes that are held for a connection; false if there is no room and it must close. */
  boolean hold(Connection connection, long bytes) {
    held += bytes;
    while (held > maxHeld) {
      if (!closeLongestWaiting(1)) {
        return false;
      }
    }
    return all.contains(connection);
  }

  void release(long bytes) {
    held -= bytes;
  }

  void remove(Connection connection) {
    all.remove(connection);
    waiting.remove(connection);
    completeIfDrained();
  }

  /** Closes the connection that has waited the longest, of those that hold at least so much. */
  private boolean closeLongestWaiting(long atLeast) {
    for (Connection connection : waiting) {
      if (connection.held() >= atLeast) {
        long now = System.nanoTime();
        if (now - told >= TELL_AGAIN_NANOS) {
          told = now;
          LOG.warn(
              "{}: out of room with {} connections and {} bytes, closing those that wait the"
                  + " longest",
              name,
              all.size(),
              held);
        }
        connection.close();
        remove(connection);
        return true;
      }
    }
    return false;
  }

  /** Takes no more connections, and closes those on which no request has begun. */
  void close() {
    closing = true;
    new ArrayList<>(all).forEach(Connection::closeWhenAnswered);
    completeIfDrained();
  }

  /** Closes all. */
  void breakOff() {
    new ArrayList<>(all).forEach(Connection::close);
  }

  /** Is completed when none is left after {@link #close}. */
  CompletableFuture<Void> drained() {
    return drained;
  }

  private void completeIfDrained() {
    if (closing && all.isEmpty()) {
      drained.complete(null);
    }
  }
}
