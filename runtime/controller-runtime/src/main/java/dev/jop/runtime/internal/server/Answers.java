package dev.jop.runtime.internal.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Date;

/** Writes answers. */
final class Answers {

  /** What is handed to the system at a time, for which the JDK makes a copy. */
  private static final int PIECE = 64 * 1024;

  private Answers() {}

  /**
   * Writes an answer.
   *
   * @param withoutBody whether to send the head alone
   * @param last whether to say that the connection ends with it
   * @return is done when the client's system has taken all of it, or never will
   */
  static ChannelFuture write(
      Channel channel, Response response, boolean withoutBody, boolean last) {
    byte[] body = response.body();
    HttpResponse head =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
    head.headers().set(HttpHeaderNames.DATE, DateFormatter.format(new Date()));
    head.headers().set("X-Content-Type-Options", "nosniff");
    response.headers().forEach(head.headers()::set);
    head.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    if (last) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    channel.write(head);
    for (int sent = 0; !withoutBody && sent < body.length; sent += PIECE) {
      int length = Math.min(PIECE, body.length - sent);
      channel.write(new DefaultHttpContent(Unpooled.wrappedBuffer(body, sent, length)));
    }
    return channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
  }
}
