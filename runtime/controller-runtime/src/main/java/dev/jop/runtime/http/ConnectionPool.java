package dev.jop.runtime.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a client. As many are open as requests are under way; of those that are idle,
 * at most 16 are kept, and none longer than 45 s: an API server closes them after 90.
 */
final class ConnectionPool {

  private static final int MOST_IDLE = 16;
  private static final long LONGEST_IDLE_NANOS = Duration.ofSeconds(45).toNanos();

  private final Connector connector;
  private final Duration connectTimeout;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Set<Connection> busy = new HashSet<>();
  private boolean closed;

  ConnectionPool(Connector connector, Duration connectTimeout) {
    this.connector = connector;
    this.connectTimeout = connectTimeout;
  }

  /** An idle connection that still stands, the latest used first; or null. */
  @Nullable Connection reuse(Origin origin) {
    for (Connection one = takeIdle(origin); one != null; one = takeIdle(origin)) {
      if (System.nanoTime() - one.idleSince() < LONGEST_IDLE_NANOS && one.stands()) {
        return one;
      }
      drop(one);
    }
    return null;
  }

  /** A new connection. */
  Connection open(Origin origin) throws IOException {
    Connection connection = connector.open(origin, connectTimeout);
    if (!enter(connection)) {
      connection.abort();
      throw new IOException("the HTTP client is closed");
    }
    return connection;
  }

  /** Takes a connection back that has read its answer to the end. */
  void release(Connection connection) {
    Connection surplus = connection;
    synchronized (this) {
      busy.remove(connection);
      connection.restNow();
      if (!closed) {
        idle.addFirst(connection);
        surplus = idle.size() > MOST_IDLE ? idle.pollLast() : null;
      }
    }
    if (surplus != null) {
      surplus.abort();
    }
  }

  /** Closes a connection that is of no more use. */
  void drop(Connection connection) {
    synchronized (this) {
      busy.remove(connection);
    }
    connection.abort();
  }

  /** Closes all, also those that are read from. */
  void close() {
    List<Connection> open;
    synchronized (this) {
      closed = true;
      busy.addAll(idle);
      idle.clear();
      open = List.copyOf(busy);
      busy.clear();
    }
    open.forEach(Connection::abort);
  }

  private synchronized boolean enter(Connection connection) {
    return !closed && busy.add(connection);
  }

  private synchronized @Nullable Connection takeIdle(Origin origin) {
    for (Iterator<Connection> all = idle.iterator(); all.hasNext(); ) {
      Connection one = all.next();
      if (one.origin().equals(origin)) {
        all.remove();
        busy.add(one);
        return one;
      }
    }
    return null;
  }
}
