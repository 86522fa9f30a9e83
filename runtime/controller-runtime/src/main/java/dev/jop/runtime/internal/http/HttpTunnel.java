package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.text.Printable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a proxy of HTTP for a connection to a server (RFC 9110, 9.3.6). */
final class HttpTunnel {

  private HttpTunnel() {}

  /**
   * Makes a way to a server of a connection to a proxy.
   *
   * @throws IOException if the proxy does not let through
   */
  static void open(Socket socket, Proxy proxy, Origin server) throws IOException {
    StringBuilder request = new StringBuilder(256);
    request.append("CONNECT ").append(server.hostAndPort()).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(server.hostAndPort()).append("\r\n");
    for (Header header : proxy.authorization()) {
      request.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    byte[] head = request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(head);
    socket.getOutputStream().flush();
    // byte by byte: what follows is the server's
    ResponseHead answer = ResponseHead.read(new HttpInput(socket.getInputStream(), 1));
    if (answer.code() / 100 != 2) {
      throw refused(proxy, server, answer);
    }
  }

  /** Says why a proxy let nothing through. */
  private static IOException refused(Proxy proxy, Origin server, ResponseHead answer) {
    if (answer.code() == 407) {
      return unauthorized(proxy);
    }
    return new IOException(
        "%s lets nothing through to %s: it answered %d %s"
            .formatted(
                proxy, server.hostAndPort(), answer.code(), Printable.of(answer.reason(), 200))
            .strip());
  }

  /** Says that a proxy answered 407. */
  static IOException unauthorized(Proxy proxy) {
    return new IOException(
        proxy.authorization().isEmpty()
            ? proxy + " wants a user name and password (407): name them in its address"
            : "%s does not take the user name %s with its password (407)"
                .formatted(proxy, Printable.of(proxy.user(), 100)));
  }
}
