package dev.jop.runtime.client;

import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.testing.ClientConfigs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that reports success and says the same to everything. */
final class OneAnswer implements AutoCloseable {

  private final HttpServer server;
  private final RestClient rest;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String answer = "";

  OneAnswer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    rest = RestClient.create(ClientConfigs.at(url));
  }

  /** What it says from now on. */
  void say(String answer) {
    this.answer = answer;
  }

  /** What it was asked: method, target and body. */
  List<String> requests() {
    return requests;
  }

  RestClient rest() {
    return rest;
  }

  @Override
  public void close() {
    rest.close();
    server.stop(0);
  }
}
