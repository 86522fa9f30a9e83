package dev.jop.runtime.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Netty's decoder, made to stop behind each request, so that of many that come at once all but the
 * first stay bytes.
 */
final class Decoder extends HttpRequestDecoder {

  private boolean stopped;

  Decoder(HttpDecoderConfig config) {
    super(config);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> messages)
      throws Exception {
    if (!stopped) {
      super.decode(context, bytes, messages);
      stopped = !messages.isEmpty() && messages.get(messages.size() - 1) instanceof LastHttpContent;
    }
  }

  /**
   * Goes on with the next request, as far as it has been received.
   *
   * @return whether something was received that makes no message yet
   */
  boolean next(ChannelHandlerContext context) throws Exception {
    stopped = false;
    channelRead(context, Unpooled.EMPTY_BUFFER);
    return actualReadableBytes() > 0;
  }
}
