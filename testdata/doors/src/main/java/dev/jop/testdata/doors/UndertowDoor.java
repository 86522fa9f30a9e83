package dev.jop.testdata.doors;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.nio.ByteBuffer;

/** Undertow's core, without servlets. */
final class UndertowDoor implements Door {

  @Override
  public void open(int port) {
    Undertow.builder()
        .addHttpListener(port, "127.0.0.1")
        .setIoThreads(1)
        .setWorkerThreads(8)
        .setSocketOption(org.xnio.Options.BACKLOG, 1000)
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) PATIENCE.toMillis())
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, (int) PATIENCE.toMillis())
        .setServerOption(UndertowOptions.IDLE_TIMEOUT, (int) PATIENCE.toMillis())
        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEAD)
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) MAX_BODY)
        .setHandler(UndertowDoor::answer)
        .build()
        .start();
  }

  private static void answer(HttpServerExchange exchange) {
    if (exchange.getRequestPath().equals("/big")) {
      exchange.getResponseSender().send(ByteBuffer.allocate(BIG));
    } else if (exchange.getRequestMethod().equalToString("POST")) {
      exchange
          .getRequestReceiver()
          .receiveFullBytes(
              (own, body) -> own.getResponseSender().send(String.valueOf(body.length)));
    } else {
      exchange.getResponseSender().send("ok");
    }
  }
}
