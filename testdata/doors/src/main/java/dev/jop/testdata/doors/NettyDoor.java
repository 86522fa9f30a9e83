package dev.jop.testdata.doors;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Netty's HTTP codec; what makes a server of it has to be written. */
final class NettyDoor implements Door {

  /** No arenas: a server of a few requests a second needs no pool. */
  private static final ByteBufAllocator HEAP = new UnpooledByteBufAllocator(false, true, true);

  @Override
  public void open(int port) throws Exception {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1000)
        .option(ChannelOption.ALLOCATOR, HEAP)
        .childOption(ChannelOption.ALLOCATOR, HEAP)
        .childHandler(new Pipeline())
        .bind("127.0.0.1", port)
        .sync();
  }

  private static final class Pipeline extends ChannelInitializer<SocketChannel> {

    @Override
    protected void initChannel(SocketChannel channel) {
      channel
          .pipeline()
          .addLast(
              new ReadTimeoutHandler(PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
              new HttpServerCodec(MAX_HEAD, MAX_HEAD, 8192),
              new HttpServerKeepAliveHandler(),
              new HttpObjectAggregator(MAX_BODY),
              new Answer());
    }
  }

  private static final class Answer extends SimpleChannelInboundHandler<FullHttpRequest> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      ByteBuf body = Unpooled.copiedBuffer("ok", StandardCharsets.US_ASCII);
      if (request.decoderResult().isFailure()) {
        context.close();
        return;
      }
      if (request.uri().equals("/big")) {
        body = Unpooled.wrappedBuffer(new byte[BIG]);
      } else if (request.method().name().equals("POST")) {
        String length = String.valueOf(request.content().readableBytes());
        body = Unpooled.copiedBuffer(length, StandardCharsets.US_ASCII);
      }
      DefaultFullHttpResponse response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
      response.headers().set("Content-Length", body.readableBytes());
      context.writeAndFlush(response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
