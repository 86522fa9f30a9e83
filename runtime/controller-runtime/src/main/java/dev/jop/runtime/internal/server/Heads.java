package dev.jop.runtime.internal.server;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at the head of a request before anything is done for it. */
final class Heads {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:%\\[\\]-]*");

  private Heads() {}

  /**
   * Refuses what is wrong, what is too long, and what others might read in another way.
   *
   * @throws RefusedException if the request is not to be served
   */
  static void check(HttpRequest head, int maxBodyBytes) throws RefusedException {
    refuseUnread(head.decoderResult());
    if (!head.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      throw new RefusedException(505, "HTTP/1.1 is spoken here");
    }
    List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
    boolean old = head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    if (hosts.size() > 1 || (hosts.isEmpty() && !old) || !HOST.matcher(first(hosts)).matches()) {
      throw new RefusedException(400, "a request names one host");
    }
    checkLength(head, old, maxBodyBytes);
    List<String> expectations = head.headers().getAll(HttpHeaderNames.EXPECT);
    if (!expectations.isEmpty() && !first(expectations).equalsIgnoreCase("100-continue")) {
      throw new RefusedException(417, "100-continue is all that can be expected");
    }
  }

  private static void checkLength(HttpRequest head, boolean old, int maxBodyBytes)
      throws RefusedException {
    List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    List<String> lengths = head.headers().getAll(HttpHeaderNames.CONTENT_LENGTH);
    if (!codings.isEmpty()) {
      if (old || !lengths.isEmpty()) {
        throw new RefusedException(400, "a body has a length or comes in chunks");
      }
      if (codings.size() > 1 || !first(codings).equalsIgnoreCase("chunked")) {
        throw new RefusedException(501, "chunked is the only transfer coding that is read here");
      }
    }
    if (lengths.size() > 1 || !first(lengths).chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new RefusedException(400, "a length is one number");
    }
    String length = first(lengths).replaceFirst("^0+(?=.)", "");
    if (length.length() > 10 || (!length.isEmpty() && Long.parseLong(length) > maxBodyBytes)) {
      throw tooLarge(maxBodyBytes);
    }
  }

  static RefusedException tooLarge(int maxBodyBytes) {
    return new RefusedException(413, "the body is longer than " + maxBodyBytes + " bytes");
  }

  /** Refuses what the decoder could not read. */
  static void refuseUnread(DecoderResult result) throws RefusedException {
    if (!result.isFailure()) {
      return;
    }
    if (result.cause() instanceof TooLongHttpLineException) {
      throw new RefusedException(414, "the request line is too long");
    }
    if (result.cause() instanceof TooLongHttpHeaderException) {
      throw new RefusedException(431, "the headers are too long or too many");
    }
    throw new RefusedException(400, "this is no request of HTTP/1.1");
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }
}
