package dev.jop.runtime.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection, with what was read from it and not yet used. One request at a time. */
final class Connection {

  private static final int ROOM = 16 * 1024;

  private final Origin origin;
  private final SocketChannel channel;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private int at;
  private int end;
  private long idleSince;
  private boolean received;

  Connection(Origin origin, SocketChannel channel, Socket socket) throws IOException {
    this.origin = origin;
    this.channel = channel;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  Origin origin() {
    return origin;
  }

  /** When it was used last, in the time of {@link System#nanoTime}. */
  long idleSince() {
    return idleSince;
  }

  void restNow() {
    idleSince = System.nanoTime();
  }

  /** How long each read may wait; zero for ever. */
  void setTimeout(Duration timeout) throws IOException {
    long millis = timeout.toMillis();
    socket.setSoTimeout(
        (int) Math.min(Math.max(millis, timeout.isZero() ? 0 : 1), Integer.MAX_VALUE));
  }

  void send(byte[] request) throws IOException {
    received = false;
    out.write(request);
    out.flush();
  }

  /** Whether anything came after what was sent last. */
  boolean hasReceived() {
    return received;
  }

  /**
   * Whether an idle connection still stands: nothing came from the other side, not even its end. A
   * server closes a connection when it likes, and what is sent then is lost.
   */
  boolean stands() {
    if (at < end) {
      return false;
    }
    try {
      channel.configureBlocking(false);
      try {
        return channel.read(ByteBuffer.allocate(1)) == 0;
      } finally {
        channel.configureBlocking(true);
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads a line without its end, which is a line feed, perhaps after a carriage return. */
  String readLine(int longest) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      fill();
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.append(new String(buffer, start, at - start, StandardCharsets.ISO_8859_1));
      if (line.length() > longest) {
        throw new IOException("a line of more than " + longest + " bytes");
      }
      if (at < end) {
        at++;
        int length = line.length();
        boolean carriageReturn = length > 0 && line.charAt(length - 1) == '\r';
        return line.substring(0, carriageReturn ? length - 1 : length);
      }
    }
  }

  /** The next bytes, at least one and at most so many, which are good until the next read. */
  ByteBuffer read(long most) throws IOException {
    fill();
    int length = (int) Math.min(most, end - at);
    ByteBuffer bytes = ByteBuffer.wrap(buffer, at, length);
    at += length;
    return bytes;
  }

  /** Whether the other side has ended what it sends. Waits until that is known. */
  boolean isAtEnd() throws IOException {
    return at == end && !receive();
  }

  /** Ends all reading and writing at once, in whatever thread that is. */
  void abort() {
    try {
      channel.close();
    } catch (IOException e) {
      // closed it is all the same
    }
  }

  private void fill() throws IOException {
    if (isAtEnd()) {
      throw new EOFException("the server closed the connection");
    }
  }

  private boolean receive() throws IOException {
    int count = in.read(buffer, 0, ROOM);
    at = 0;
    end = Math.max(count, 0);
    received |= count > 0;
    return count > 0;
  }
}
