package dev.jop.runtime.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What comes in over a connection: lines, and the bytes between them, where they were received. */
final class HttpInput {

  private final InputStream in;
  private final byte[] buffer;
  private int at;
  private int end;
  private boolean received;

  /**
   * Input of which nothing was read yet.
   *
   * @param room how many bytes may be read ahead of what is asked for; 1 to leave the rest to
   *     others
   */
  HttpInput(InputStream in, int room) {
    this.in = in;
    this.buffer = new byte[room];
  }

  /** Forgets that anything was received. */
  void expectNew() {
    received = false;
  }

  /** Whether anything came since then. */
  boolean hasReceived() {
    return received;
  }

  /** Whether bytes are there that nobody has asked for. */
  boolean hasUnread() {
    return at < end;
  }

  /**
   * Reads a line without its end, which is a line feed behind a carriage return.
   *
   * @param longest how many bytes it may have with its end
   * @param lenient whether a line feed alone will do
   */
  String readLine(int longest, boolean lenient) throws IOException {
    StringBuilder before = null;
    while (true) {
      if (isAtEnd()) {
        throw new EOFException("the server closed the connection");
      }
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      int length = (before == null ? 0 : before.length()) + at - start;
      if (length >= longest) {
        throw new IOException("a line of more than " + longest + " bytes");
      }
      String text = new String(buffer, start, at - start, StandardCharsets.ISO_8859_1);
      if (at < end) {
        at++;
        return withoutReturn(before == null ? text : before.append(text).toString(), lenient);
      }
      before = (before == null ? new StringBuilder(length) : before).append(text);
    }
  }

  private static String withoutReturn(String line, boolean lenient) throws IOException {
    int last = line.length() - 1;
    int first = line.indexOf('\r');
    if (first >= 0 && first < last) {
      throw new IOException("a carriage return within a line");
    }
    if (first < 0 && !lenient) {
      throw new IOException("a line that ends without a carriage return");
    }
    return first < 0 ? line : line.substring(0, last);
  }

  /** The next bytes, at least one and at most so many, which are good until the next read. */
  ByteBuffer read(long most) throws IOException {
    if (isAtEnd()) {
      throw new EOFException("the server closed the connection");
    }
    int length = (int) Math.min(most, end - at);
    ByteBuffer bytes = ByteBuffer.wrap(buffer, at, length);
    at += length;
    return bytes;
  }

  /** Whether the other side has ended what it sends. Waits until that is known. */
  boolean isAtEnd() throws IOException {
    return at == end && !receive();
  }

  private boolean receive() throws IOException {
    int count = in.read(buffer);
    at = 0;
    end = Math.max(count, 0);
    received |= count > 0;
    return count > 0;
  }
}
