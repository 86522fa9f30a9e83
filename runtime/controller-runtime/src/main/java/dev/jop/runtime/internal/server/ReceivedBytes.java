package dev.jop.runtime.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/** The first handler of a connection: counts what arrives, and tells plain text from TLS. */
final class ReceivedBytes extends ChannelInboundHandlerAdapter {

  private static final byte[] NOT_TLS =
      """
      HTTP/1.1 400 Bad Request\r
      Content-Type: text/plain; charset=utf-8\r
      Connection: close\r
      \r
      400 this port speaks TLS: ask for https instead of http
      """
          .getBytes(StandardCharsets.US_ASCII);

  private final Connection connection;
  private boolean expectsTls;

  ReceivedBytes(Connection connection, boolean tls) {
    this.connection = connection;
    this.expectsTls = tls;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    boolean plain =
        expectsTls && bytes.isReadable() && Character.isLetter(bytes.getByte(bytes.readerIndex()));
    expectsTls = false;
    if (plain) {
      bytes.release();
      context
          .writeAndFlush(Unpooled.wrappedBuffer(NOT_TLS))
          .addListener(ChannelFutureListener.CLOSE);
    } else if (connection.arrived(bytes.readableBytes())) {
      context.fireChannelRead(bytes);
    } else {
      bytes.release();
    }
  }
}
