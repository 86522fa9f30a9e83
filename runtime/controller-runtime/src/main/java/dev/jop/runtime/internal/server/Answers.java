package dev.jop.runtime.internal.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes answers. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows as the end of the connection
final class Answers {

  /** What is handed to the system at a time, for which the JDK makes a copy. */
  private static final int PIECE = 64 * 1024;

  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

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
    head.headers().set(HttpHeaderNames.DATE, date(Instant.now()));
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

  /** A time as HTTP writes it; the JDK's formatter would bring a hundred classes for it. */
  static String date(Instant time) {
    LocalDateTime now = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    int day = 3 * (now.getDayOfWeek().getValue() - 1);
    int month = 3 * (now.getMonthValue() - 1);
    return DAYS.substring(day, day + 3)
        + ", "
        + two(now.getDayOfMonth())
        + " "
        + MONTHS.substring(month, month + 3)
        + " "
        + now.getYear()
        + " "
        + two(now.getHour())
        + ":"
        + two(now.getMinute())
        + ":"
        + two(now.getSecond())
        + " GMT";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
