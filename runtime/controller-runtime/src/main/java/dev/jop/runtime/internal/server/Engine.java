package dev.jop.runtime.internal.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Netty at work for one server.
 *
 * <p>One thread, the event loop, accepts, reads, decodes and writes for all connections, so what
 * they share needs no lock. It never waits. Memory comes from the heap and is not pooled: a pool
 * would be larger than all that an operator's servers need.
 */
final class Engine {

  /** As much as is read at a time. */
  private static final int READ_AT_A_TIME = 16 * 1024;

  private static final ByteBufAllocator HEAP = new UnpooledByteBufAllocator(false, true, true);
  private static final RecvByteBufAllocator READ =
      new AdaptiveRecvByteBufAllocator(256, 2048, READ_AT_A_TIME);

  /** What the last steps may take that wait for nobody outside. */
  private static final Duration LAST_MOMENT = Duration.ofSeconds(10);

  private final EventLoop loop;
  private final Channel listener;
  private final Connections connections;
  private final Handlers handlers;

  private Engine(EventLoop loop, Channel listener, Connections connections, Handlers handlers) {
    this.loop = loop;
    this.listener = listener;
    this.connections = connections;
    this.handlers = handlers;
  }

  /** Begins to accept connections on a port that is bound. */
  static Engine open(String name, ServerSocketChannel port, ServerOptions options, Routes routes) {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, (ThreadFactory) body -> daemon(name, body), NioIoHandler.newFactory());
    EventLoop loop = group.next();
    Handlers handlers = new Handlers(name, loop, options.maxHandlers());
    Connections connections =
        new Connections(name, options.maxConnections(), options.maxHeldBytes());
    Channel listener =
        new ServerBootstrap()
            .group(group)
            .channelFactory(() -> new NioServerSocketChannel(port))
            .option(ChannelOption.ALLOCATOR, HEAP)
            .childOption(ChannelOption.ALLOCATOR, HEAP)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, READ)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.SO_SNDBUF, HttpServer.SOCKET_BUFFER)
            .childHandler(new Pipeline(options, connections, routes, handlers))
            .register()
            .syncUninterruptibly()
            .channel();
    return new Engine(loop, listener, connections, handlers);
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name + " server");
    thread.setDaemon(true);
    return thread;
  }

  /** As {@link HttpServer#stop}. */
  boolean stop(Duration grace) {
    boolean interrupted = false;
    boolean all = false;
    try {
      listener.close().awaitUninterruptibly();
      loop.execute(connections::close);
      connections.drained().get(grace.toMillis(), TimeUnit.MILLISECONDS);
      all = true;
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (TimeoutException | ExecutionException timeIsOver) {
      // the rest is broken off below
    }
    loop.execute(
        () -> {
          connections.breakOff(); // first, so that no client is told of the interruption
          handlers.stop();
        });
    loop.parent()
        .shutdownGracefully(0, LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(LAST_MOMENT.toMillis());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return all;
  }
}
