package dev.jop.testdata.doors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The JDK's own; its limits are properties of the JVM. */
final class JdkDoor implements Door {

  @Override
  public void open(int port) throws Exception {
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(PATIENCE.toSeconds()));
    System.setProperty("sun.net.httpserver.idleInterval", String.valueOf(PATIENCE.toSeconds()));
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else 40 ms for each answer
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", String.valueOf(MAX_HEAD));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    server.createContext("/", JdkDoor::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/big")) {
      return new byte[BIG];
    }
    if (exchange.getRequestMethod().equals("POST")) {
      int length = exchange.getRequestBody().readNBytes(MAX_BODY).length;
      return String.valueOf(length).getBytes(StandardCharsets.US_ASCII);
    }
    return "ok".getBytes(StandardCharsets.US_ASCII);
  }
}
