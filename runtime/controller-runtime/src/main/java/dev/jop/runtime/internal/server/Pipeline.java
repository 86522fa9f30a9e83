package dev.jop.runtime.internal.server;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Lays out what the bytes of a new connection go through. */
final class Pipeline extends ChannelInitializer<SocketChannel> {

  private static final int MAX_REQUEST_LINE = 16 * 1024;

  private final ServerOptions options;
  private final Connections connections;
  private final Routes routes;
  private final Handlers handlers;

  Pipeline(ServerOptions options, Connections connections, Routes routes, Handlers handlers) {
    this.options = options;
    this.connections = connections;
    this.routes = routes;
    this.handlers = handlers;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    Connection connection = new Connection(channel, options, connections, routes, handlers);
    channel.pipeline().addLast(new ReceivedBytes(connection, options.tls().isPresent()));
    options.tls().ifPresent(tls -> channel.pipeline().addLast(Tls.handler(tls, options)));
    channel
        .pipeline()
        .addLast(new Decoder(decoding(options)), new HttpResponseEncoder(), connection);
  }

  private static HttpDecoderConfig decoding(ServerOptions options) {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(MAX_REQUEST_LINE)
        .setMaxHeaderSize(options.maxHeaderBytes())
        .setHeadersFactory(BoundedHeaders.FACTORY)
        .setTrailersFactory(BoundedHeaders.FACTORY)
        .setStrictLineParsing(true)
        .setUseRfc9112TransferEncoding(true);
  }
}
