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
 * <p>Room is limited in two ways, in connections and in bytes that are held for them. Who is new
 * gets in, and who has to be waited for the longest has to go: so those who do nothing cannot keep
 * out those who do.
 */
final class Guests {

  private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
  private static final long TELL_AGAIN_NANOS = 60_000_000_000L;

  private final String name;
  private final int maxConnections;
  private final long maxHeld;
  private final Set<Connection> all = new LinkedHashSet<>();

  /** Those whose clients are to do something next, the longest waiting first. */
  private final Set<Connection> waiting = new LinkedHashSet<>();

  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private long held;
  private boolean closing;
  private long told = System.nanoTime() - TELL_AGAIN_NANOS;

  Guests(String name, int maxConnections, long maxHeld) {
    this.name = name;
    this.maxConnections = maxConnections;
    this.maxHeld = maxHeld;
  }

  /** Lets a connection in; false if there is no room and nobody to make some. */
  boolean admit(Connection guest) {
    if (closing || (all.size() >= maxConnections && !dismiss(0))) {
      return false;
    }
    all.add(guest);
    return true;
  }

  /** It is the client's turn from now on. */
  void waitFor(Connection guest) {
    waiting.remove(guest);
    waiting.add(guest);
  }

  /** It is our turn from now on. */
  void workFor(Connection guest) {
    waiting.remove(guest);
  }

  /** Takes room for bytes; false if there is none, so that this connection has to go itself. */
  boolean hold(Connection guest, long bytes) {
    held += bytes;
    while (held > maxHeld) {
      if (!dismiss(1)) {
        return false;
      }
    }
    return all.contains(guest);
  }

  void release(long bytes) {
    held -= bytes;
  }

  void leave(Connection guest) {
    all.remove(guest);
    waiting.remove(guest);
    tellIfGone();
  }

  /** Closes the one that has waited the longest of those that hold that much. */
  private boolean dismiss(long atLeast) {
    for (Connection guest : waiting) {
      if (guest.held() >= atLeast) {
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
        guest.close();
        leave(guest);
        return true;
      }
    }
    return false;
  }

  /** Lets nobody in any more, and lets those go that have sent no whole request. */
  void close() {
    closing = true;
    new ArrayList<>(all).forEach(Connection::closeWhenAnswered);
    tellIfGone();
  }

  /** Lets all go. */
  void breakOff() {
    new ArrayList<>(all).forEach(Connection::close);
  }

  /** Is completed when the last one has gone after {@link #close}. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  private void tellIfGone() {
    if (closing && all.isEmpty()) {
      gone.complete(null);
    }
  }
}
