package dev.jop.testdata.doors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty's core, without servlets. */
final class JettyDoor implements Door {

  @Override
  public void open(int port) throws Exception {
    Server server = new Server(new QueuedThreadPool(8, 2));
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(MAX_HEAD);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(1000);
    connector.setIdleTimeout(PATIENCE.toMillis());
    server.addConnector(connector);
    server.setHandler(new Answer());
    server.start();
  }

  private static final class Answer extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      byte[] body = "ok".getBytes(StandardCharsets.US_ASCII);
      if (request.getHttpURI().getPath().equals("/big")) {
        body = new byte[BIG];
      } else if (request.getMethod().equals("POST")) {
        int length = Content.Source.asByteBuffer(request).remaining();
        body = String.valueOf(length).getBytes(StandardCharsets.US_ASCII);
      }
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }
}
