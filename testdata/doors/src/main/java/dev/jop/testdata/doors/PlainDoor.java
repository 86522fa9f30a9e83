package dev.jop.testdata.doors;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** No server: what a JVM takes that says "ok" to whoever calls, one after the other. */
final class PlainDoor implements Door {

  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  @Override
  public void open(int port) throws Exception {
    try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      while (true) {
        try (Socket socket = server.accept()) {
          int read = socket.getInputStream().read(new byte[4096]);
          if (read > 0) {
            socket.getOutputStream().write(OK);
          }
        }
      }
    }
  }
}
