package dev.jop.runtime.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A channel as a socket, for TLS to stand on. A channel, since only its reading ends when its
 * thread is interrupted.
 *
 * <p>It reads ahead, as much as one record of TLS has at most: the JDK's TLS asks first for a
 * record's head and then for the rest, which would be two calls of the system.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // to close it must wait for nobody
final class ChannelSocket extends Socket {

  private static final int AHEAD = 5 + 16 * 1024 + 256;

  private final SocketChannel channel;
  private final ByteBuffer ahead = ByteBuffer.allocateDirect(AHEAD).limit(0);
  private final InputStream in = new In();
  private final OutputStream out = new Out();

  ChannelSocket(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Whether bytes are there that nobody has asked for. On a connection at rest those are its end,
   * as TLS announces it.
   */
  boolean hasUnread() throws IOException {
    return ahead.hasRemaining() || channel.socket().getInputStream().available() > 0;
  }

  /** Whether the other side has sent nothing, not even its end. Only for a connection at rest. */
  boolean isQuiet() throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.allocate(1)) == 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public InetAddress getInetAddress() {
    return channel.socket().getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return channel.socket().getLocalAddress();
  }

  @Override
  public int getPort() {
    return channel.socket().getPort();
  }

  @Override
  public int getLocalPort() {
    return channel.socket().getLocalPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return channel.socket().getRemoteSocketAddress();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return channel.socket().getLocalSocketAddress();
  }

  @Override
  public void shutdownInput() throws IOException {
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public boolean isInputShutdown() {
    return channel.socket().isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return channel.socket().isOutputShutdown();
  }

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    throw new SocketException("a watchdog limits the time here");
  }

  private final class In extends InputStream {

    @Override
    public int read() throws IOException {
      return fill() ? ahead.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, ahead.remaining());
      ahead.get(into, offset, count);
      return count;
    }

    private boolean fill() throws IOException {
      if (ahead.hasRemaining()) {
        return true;
      }
      ahead.clear();
      int count;
      try {
        count = channel.read(ahead);
      } finally {
        ahead.flip();
      }
      return count > 0;
    }

    @Override
    public int available() {
      return ahead.remaining();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private final class Out extends OutputStream {

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
