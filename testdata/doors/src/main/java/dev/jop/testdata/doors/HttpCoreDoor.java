package dev.jop.testdata.doors;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/** The asynchronous server of Apache HttpComponents Core. */
final class HttpCoreDoor implements Door {

  @Override
  public void open(int port) throws Exception {
    HttpAsyncServer server =
        AsyncServerBootstrap.bootstrap()
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(1)
                    .setBacklogSize(1000)
                    .setSoTimeout(Timeout.of(PATIENCE))
                    .build())
            .setHttp1Config(
                Http1Config.custom().setMaxLineLength(MAX_HEAD).setMaxHeaderCount(200).build())
            .setRequestRouter(
                (request, context) -> () -> new BasicServerExchangeHandler<>(new Answer()))
            .create();
    server.start();
    server
        .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), URIScheme.HTTP)
        .get();
  }

  private static final class Answer
      implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {

    @Override
    public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
        HttpRequest request, EntityDetails entity, HttpContext context) {
      return new BasicRequestConsumer<>(entity == null ? null : new BasicAsyncEntityConsumer());
    }

    @Override
    public void handle(
        Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context)
        throws java.io.IOException, org.apache.hc.core5.http.HttpException {
      byte[] body = "ok".getBytes(StandardCharsets.US_ASCII);
      if (message.getHead().getPath().equals("/big")) {
        body = new byte[BIG];
      } else if (message.getBody() != null) {
        body = String.valueOf(message.getBody().length).getBytes(StandardCharsets.US_ASCII);
      }
      trigger.submitResponse(
          AsyncResponseBuilder.create(200).setEntity(body, ContentType.TEXT_PLAIN).build(),
          context);
    }
  }
}
