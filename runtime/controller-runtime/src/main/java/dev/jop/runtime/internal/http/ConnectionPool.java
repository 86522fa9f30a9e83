package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.tls.TlsSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a client. As many are open as requests are under way; of those that are idle,
 * at most 16 are kept, and none longer than 45 s: an API server closes them after 90.
 */
final class ConnectionPool {

  private static final int MOST_IDLE = 16;

  private final Connector connector;
  private final Duration longestRest;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Set<Connection> busy = new HashSet<>();
  private @Nullable TlsSetup latest;
  private boolean closed;

  /**
   * A pool without a connection.
   *
   * @param longestRest how long a connection is kept that nobody uses
   */
  ConnectionPool(Connector connector, Duration longestRest) {
    this.connector = connector;
    this.longestRest = longestRest;
  }

  /**
   * An idle connection that still stands, the latest used first; or null. Those that were secured
   * in another way than is wanted now are closed.
   */
  @Nullable Connection reuse(@Nullable TlsSetup tls) {
    outdated(tls).forEach(Connection::abort);
    for (Connection one = takeIdle(); one != null; one = takeIdle()) {
      if (one.isUsable()) {
        return one;
      }
      drop(one);
    }
    return null;
  }

  /** A new connection, which has no limit. */
  Connection open(@Nullable TlsSetup tls, TimeLimit limit) throws IOException {
    Connection connection = connector.open(tls, limit);
    connection.setEnd(() -> drop(connection));
    if (!enter(connection)) {
      connection.abort();
      throw new IOException("the HTTP client is closed");
    }
    return connection;
  }

  /** Takes a connection back that has read its answer to the end. */
  void release(Connection connection) {
    connection.rest(longestRest);
    Connection surplus = connection;
    synchronized (this) {
      busy.remove(connection);
      if (!closed && connection.tls() == latest) {
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
      idle.remove(connection);
    }
    connection.abort();
  }

  /** How many connections are open that nobody uses. */
  synchronized int idle() {
    return idle.size();
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

  /** The idle connections that are secured in another way, which are kept no more. */
  private synchronized List<Connection> outdated(@Nullable TlsSetup tls) {
    if (tls == latest) {
      return List.of();
    }
    latest = tls;
    List<Connection> outdated = List.copyOf(idle);
    idle.clear();
    return outdated;
  }

  private synchronized boolean enter(Connection connection) {
    return !closed && busy.add(connection);
  }

  private synchronized @Nullable Connection takeIdle() {
    Connection one = idle.pollFirst();
    if (one != null) {
      busy.add(one);
    }
    return one;
  }
}
