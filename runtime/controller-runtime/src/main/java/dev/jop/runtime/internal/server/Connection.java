package dev.jop.runtime.internal.server;

import dev.jop.runtime.internal.text.Printable;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its begin to its end. All methods run on the server's one thread.
 *
 * <p>It waits for a head, then for the body, then for the handler, then for the client to take the
 * answer; and begins anew. Nothing more is read than the step needs, so a client that sends
 * requests without waiting for answers is held up by TCP. Each wait for the client has a deadline
 * for the step as a whole, however many bytes come in meanwhile; the handler has none.
 *
 * <p>What was received for the request, and what is to be sent of the answer, is counted with
 * {@link Connections}, who may close the connection in every step but the handler's.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows as the end of the connection
final class Connection extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /**
   * How long to listen to a client that was refused before it had sent all. If it were cut off at
   * once, its system could throw the refusal away.
   */
  private static final Duration LINGER = Duration.ofMillis(500);

  private enum Step {
    IDLE,
    HEAD,
    BODY,
    HANDLER,
    ANSWER,
    LINGER,
    CLOSED
  }

  private final SocketChannel channel;
  private final ServerOptions options;
  private final Connections connections;
  private final Routes routes;
  private final Handlers handlers;

  private Step step = Step.HEAD;
  private @Nullable Future<?> deadline;
  private @Nullable Exchange exchange;
  private long held;

  /** No further request is taken. */
  private boolean last;

  Connection(
      SocketChannel channel,
      ServerOptions options,
      Connections connections,
      Routes routes,
      Handlers handlers) {
    this.channel = channel;
    this.options = options;
    this.connections = connections;
    this.routes = routes;
    this.handlers = handlers;
  }

  /** How many bytes are in memory for it. */
  long held() {
    return held;
  }

  void close() {
    stopWaiting();
    step = Step.CLOSED;
    release();
    channel.close();
  }

  private void release() {
    connections.release(held);
    held = 0;
  }

  /** Closes it, after the answer if a request has arrived. */
  void closeWhenAnswered() {
    last = true;
    if (step == Step.IDLE || step == Step.HEAD) {
      close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (connections.admit(this)) {
      waitFor(Step.HEAD, options.headerTime());
      context.read();
    } else {
      close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stopWaiting();
    step = Step.CLOSED;
    release();
    connections.remove(this);
    context.fireChannelInactive();
  }

  private void waitFor(Step next, Duration time) {
    stopWaiting();
    step = next;
    connections.waitFor(this);
    deadline = channel.eventLoop().schedule(this::close, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void stopWaiting() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  /** Is told of bytes before they are decoded; false if they are to be thrown away. */
  boolean arrived(int bytes) {
    if (step == Step.IDLE) {
      waitFor(Step.HEAD, options.headerTime());
    }
    if (step == Step.LINGER || step == Step.CLOSED) {
      return false;
    }
    held += bytes;
    if (!connections.hold(this, bytes)) {
      close();
      return false;
    }
    return true;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (step != Step.CLOSED) {
        take(message);
      }
    } catch (RefusedException e) {
      LOG.debug("{} is refused: {}", channel.remoteAddress(), e.getMessage());
      last = true;
      answer(e.response(), true);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void take(Object message) throws RefusedException {
    if (message instanceof HttpRequest head) {
      begin(head);
    }
    if (message instanceof HttpContent content && exchange != null) {
      exchange.add(content);
    }
    if (message instanceof LastHttpContent && exchange != null) {
      handle(exchange);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (step != Step.HANDLER && step != Step.ANSWER && step != Step.CLOSED) {
      context.read();
    }
  }

  private void begin(HttpRequest head) throws RefusedException {
    waitFor(Step.BODY, options.bodyTime());
    exchange = null;
    Heads.check(head, options.maxBodyBytes());
    exchange = new Exchange(head, Target.parse(head.uri()), options.maxBodyBytes());
    if (HttpUtil.is100ContinueExpected(head)) {
      channel.writeAndFlush(
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
  }

  private void handle(Exchange whole) {
    stopWaiting();
    step = Step.HANDLER;
    connections.workFor(this);
    Request request =
        whole.request(channel.remoteAddress(), Tls.peer(channel.pipeline().get(SslHandler.class)));
    handlers.execute(
        () -> whole.respond(request, routes, options.maxHeldBytes()),
        response -> answer(response, false));
  }

  private void answer(Response response, boolean unread) {
    if (step == Step.CLOSED) {
      return;
    }
    Exchange answered = exchange;
    exchange = null;
    waitFor(Step.ANSWER, options.answerTime());
    held += response.body().length;
    if (!connections.hold(this, response.body().length)) {
      close();
      return;
    }
    last |= answered == null || !answered.keepAlive();
    boolean head = answered != null && answered.isHead();
    Answers.write(channel, response, head, last)
        .addListener(written -> answered(written.isSuccess(), unread));
  }

  private void answered(boolean success, boolean unread) {
    release();
    if (step == Step.CLOSED) {
      return;
    }
    if (success && unread) {
      waitFor(Step.LINGER, LINGER);
      if (options.tls().isEmpty()) {
        channel.shutdownOutput();
      }
      channel.read();
    } else if (!success || last) {
      close();
    } else {
      next();
    }
  }

  private void next() {
    waitFor(Step.IDLE, options.idleTime());
    try {
      ChannelHandlerContext decoding = channel.pipeline().context(Decoder.class);
      if (((Decoder) decoding.handler()).next(decoding) && step == Step.IDLE) {
        waitFor(Step.HEAD, options.headerTime());
      }
      channelReadComplete(channel.pipeline().context(this));
    } catch (Exception e) { // as Netty's own calls of a handler
      channel.pipeline().fireExceptionCaught(e);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      last = true;
      if (step != Step.HANDLER && step != Step.ANSWER) {
        close();
      }
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("{} is cut off: {}", channel.remoteAddress(), Printable.of(String.valueOf(cause)));
    close();
  }
}
