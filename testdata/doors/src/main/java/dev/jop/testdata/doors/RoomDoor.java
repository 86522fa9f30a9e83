package dev.jop.testdata.doors;

import dev.jop.runtime.internal.server.HttpServer;
import dev.jop.runtime.internal.server.Request;
import dev.jop.runtime.internal.server.Response;
import dev.jop.runtime.internal.server.ServerOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;

/** This runtime's own server, which stands on Netty. */
final class RoomDoor implements Door {

  @Override
  public void open(int port) {
    HttpServer server =
        HttpServer.listen(
            "doors",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            ServerOptions.builder()
                .headerTime(PATIENCE)
                .bodyTime(PATIENCE)
                .answerTime(PATIENCE)
                .idleTime(PATIENCE)
                .maxHeaderBytes(MAX_HEAD)
                .maxBodyBytes(MAX_BODY)
                .build());
    server.handle("/", Set.of("GET", "POST"), RoomDoor::answer);
    server.handle("/big", Set.of("GET"), request -> Response.of(200, "text/plain", new byte[BIG]));
    server.start();
  }

  private static Response answer(Request request) {
    return Response.text(
        200, request.method().equals("POST") ? String.valueOf(request.body().length) : "ok");
  }
}
