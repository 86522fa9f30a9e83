package dev.jop.runtime.internal.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends what it is told to, byte by byte, right or wrong. */
final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n");

  private final Socket socket;
  private final InputStream in;

  RawClient(InetSocketAddress server) throws IOException {
    this(connect(server));
  }

  RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  private static Socket connect(InetSocketAddress server) throws IOException {
    Socket socket = new Socket();
    socket.connect(server, PATIENCE_MILLIS);
    return socket;
  }

  /** A request on a connection of its own, and all that is answered. */
  static String ask(InetSocketAddress server, String request) throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(request);
      return client.answer();
    }
  }

  /** The answer to a probe, and no more patience with it than a second. */
  static String probe(InetSocketAddress server) throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.socket.setSoTimeout(1_000);
      client.send("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
      return client.answer();
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Says that nothing more comes. */
  void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** The next answer: its head, and as much of a body as it says; all that came if it was cut. */
  String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.length() < 4 || answer.indexOf("\r\n\r\n", answer.length() - 4) < 0) {
      int next = in.read();
      if (next < 0) {
        return answer.toString();
      }
      answer.append((char) next);
    }
    Matcher length = LENGTH.matcher(answer.toString().toLowerCase(Locale.ROOT));
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return answer.append(new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1)).toString();
  }

  /** The next head alone, as it is answered to HEAD. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Whether the server has closed the connection, or does so soon. */
  boolean isClosedWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
