package dev.jop.runtime.internal.server;

import dev.jop.runtime.internal.text.Printable;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request on its way from its head to the answer. */
final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Tells the requests of this process from those of others. */
  private static final String PROCESS = Integer.toHexString(ThreadLocalRandom.current().nextInt());

  private final String id = PROCESS + "-" + NUMBERS.incrementAndGet();
  private final String method;
  private final Target target;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final boolean keepAlive;
  private final int maxBodyBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

  Exchange(HttpRequest head, Target target, int maxBodyBytes) {
    this.method = head.method().name();
    this.target = target;
    this.keepAlive =
        HttpUtil.isKeepAlive(head) && head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    this.maxBodyBytes = maxBodyBytes;
    head.headers()
        .forEach(
            header ->
                headers
                    .computeIfAbsent(header.getKey(), unused -> new ArrayList<>(1))
                    .add(header.getValue()));
  }

  /** Whether the client wants to send a further request. */
  boolean keepAlive() {
    return keepAlive;
  }

  /** Whether the client wants no body. */
  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Takes a piece of the body. */
  void add(HttpContent piece) throws RefusedException {
    Heads.refuseUnread(piece.decoderResult());
    if (piece.content().readableBytes() > maxBodyBytes - body.size()) {
      throw Heads.tooLarge(maxBodyBytes);
    }
    body.writeBytes(ByteBufUtil.getBytes(piece.content()));
  }

  /** The request as a handler gets it. */
  Request request(InetSocketAddress remote, List<X509Certificate> peer) {
    headers.replaceAll((name, values) -> Collections.unmodifiableList(values));
    return new Request(
        id,
        method,
        target.path(),
        target.query(),
        Collections.unmodifiableMap(headers),
        body.toByteArray(),
        remote,
        peer);
  }

  /** Has it answered, by a handler or with its failure, in no more than so many bytes. */
  Response respond(Request request, Routes routes, long maxBytes) {
    long begin = System.nanoTime();
    Response response;
    try {
      response = routes.handle(request);
      if (response.body().length > maxBytes) {
        throw new IllegalStateException(
            "an answer of " + response.body().length + " bytes is more than may be held");
      }
    } catch (Throwable e) { // StackOverflowError, too, must not leave the client without an answer
      LOG.error(
          "{} {} failed, request {}", Printable.of(method), Printable.of(target.path()), id, e);
      response = Response.text(500, "500 internal server error, request " + id + "\n");
    }
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} {} for {} in {} µs, request {}",
          response.status(),
          Printable.of(method),
          Printable.of(target.path()),
          request.remote(),
          (System.nanoTime() - begin) / 1000,
          id);
    }
    return response;
  }
}
