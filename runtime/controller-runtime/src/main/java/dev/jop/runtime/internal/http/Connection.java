package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.tls.TlsSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection, with what was read from it and not yet used. One request at a time. */
final class Connection {

  private static final int ROOM = 16 * 1024;
  private static final long SHORT_REST = Duration.ofSeconds(1).toNanos();

  private final SocketChannel channel;
  private final ChannelSocket base;
  private final @Nullable TlsSetup tls;
  private final Watchdog.Guard guard;
  private final HttpInput in;
  private final OutputStream out;
  private long restsSince;

  /**
   * A connection that is open.
   *
   * @param base its lowest layer
   * @param socket its uppermost layer
   * @param tls what it was secured with, null if it is not
   */
  Connection(
      SocketChannel channel,
      ChannelSocket base,
      Socket socket,
      @Nullable TlsSetup tls,
      Watchdog.Guard guard)
      throws IOException {
    this.channel = channel;
    this.base = base;
    this.tls = tls;
    this.guard = guard;
    this.in = new HttpInput(socket.getInputStream(), ROOM);
    this.out = socket.getOutputStream();
  }

  HttpInput in() {
    return in;
  }

  /** What it was secured with, null if it is not. */
  @Nullable TlsSetup tls() {
    return tls;
  }

  /** What ends it when it is late, or has rested for too long. */
  void setEnd(Runnable end) {
    guard.setEnd(end);
  }

  /**
   * Ends it when this is over.
   *
   * @param limit the limit, null for none
   * @throws IOException if it was ended already
   */
  void limit(@Nullable TimeLimit limit) throws IOException {
    if (!guard.limit(limit == null ? TimeLimit.NEVER : limit.end())) {
      throw new IOException("the connection was ended, since its time was over");
    }
  }

  /** Whether it was ended since its time was over. */
  boolean isLate() {
    return guard.isLate();
  }

  void send(byte[] head, byte[] body) throws IOException {
    in.expectNew();
    if (body.length == 0) {
      out.write(head);
    } else if (head.length + body.length <= ROOM) { // one packet may do
      byte[] both = new byte[head.length + body.length];
      System.arraycopy(head, 0, both, 0, head.length);
      System.arraycopy(body, 0, both, head.length, body.length);
      out.write(both);
    } else {
      out.write(head);
      out.write(body);
    }
    out.flush();
  }

  /** It rests from now on, and is ended when that was too long. */
  void rest(Duration longest) {
    restsSince = TimeLimit.now();
    guard.limit(restsSince + longest.toNanos());
  }

  /**
   * Whether it still stands after a rest. A server closes a connection when it likes, and what is
   * sent then is lost.
   *
   * <p>A server that ends TLS in order says so, which takes one call of the system to see. The end
   * of the connection itself takes five, so that is looked for only after a second of rest.
   */
  boolean isUsable() {
    try {
      return guard.limit(TimeLimit.NEVER)
          && !in.hasUnread()
          && !base.hasUnread()
          && (TimeLimit.now() - restsSince < SHORT_REST || base.isQuiet());
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends all reading and writing at once, in whatever thread that is. */
  void abort() {
    guard.dismiss();
    close(channel);
  }

  /** Closes a channel, which waits for nothing. */
  static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // closed it is all the same
    }
  }
}
