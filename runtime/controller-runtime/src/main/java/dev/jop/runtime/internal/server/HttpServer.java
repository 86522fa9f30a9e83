package dev.jop.runtime.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server.
 *
 * <p>It takes its port when it is made and answers when it is started; who calls in between waits.
 * What it bears with is said in {@link ServerOptions}. A path that nobody serves is answered with
 * 404, a handler's failure with 500. Every answer tells browsers not to guess its type.
 *
 * <p>All methods are safe for use by many threads.
 */
public final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** How many the system lets wait to be accepted. */
  private static final int BACKLOG = 1024;

  /**
   * What the system may keep of what is sent and received, for a connection and a direction. It
   * would let that grow to megabytes, and count them as the container's.
   */
  static final int SOCKET_BUFFER = 64 * 1024;

  private final String name;
  private final ServerOptions options;
  private final ServerSocketChannel listener;
  private final InetSocketAddress address;
  private final Routes routes = new Routes();
  private @Nullable CompletableFuture<Engine> engine;
  private boolean stopped;

  private HttpServer(
      String name, ServerOptions options, ServerSocketChannel listener, InetSocketAddress address) {
    this.name = name;
    this.options = options;
    this.listener = listener;
    this.address = address;
  }

  /**
   * Takes a port.
   *
   * @param name what is served, in the plural, for messages and thread dumps
   * @param address where to listen; port 0 takes any free one
   * @throws UncheckedIOException if it cannot be had, as when another program has it (M14)
   */
  public static HttpServer listen(String name, InetSocketAddress address, ServerOptions options) {
    try {
      ServerSocketChannel listener = ServerSocketChannel.open();
      try {
        listener.setOption(
            StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER); // handed on to connections
        listener.bind(address, BACKLOG);
        return new HttpServer(
            name, options, listener, (InetSocketAddress) listener.getLocalAddress());
      } catch (IOException | RuntimeException e) {
        listener.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          name + " cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Serves one path; also while the server runs.
   *
   * @param path such as {@code /metrics}
   * @param methods which methods it takes, others are answered with 405; empty for all. HEAD goes
   *     with GET
   * @throws IllegalArgumentException if it is served already
   */
  public void handle(String path, Set<String> methods, Handler handler) {
    routes.addExact(path, methods, handler);
  }

  /** Serves a path and all below it, as far as nothing is closer to what is asked for. */
  public void handleBelow(String path, Set<String> methods, Handler handler) {
    routes.addBelow(path, methods, handler);
  }

  /** Begins to answer, soon after this returns. A second start does nothing. */
  public synchronized void start() {
    if (engine == null && !stopped) {
      CompletableFuture<Engine> opened = new CompletableFuture<>();
      engine = opened;
      // Not a virtual thread: to load classes it would hold up one of the few that carry those.
      Thread opening = new Thread(() -> open(opened), name + " start");
      opening.setDaemon(true);
      opening.start();
    }
  }

  private void open(CompletableFuture<Engine> opened) {
    try {
      opened.complete(Engine.open(name, listener, options, routes));
    } catch (RuntimeException | Error e) { // an Error is a library that is missing
      LOG.error("{} cannot be served", name, e);
      closeListener();
      opened.completeExceptionally(e);
    }
  }

  /**
   * Gives the port back at once, lets the requests that have arrived be answered, and closes each
   * connection after that. When the time is over or this thread is interrupted, the rest is broken
   * off and handlers are interrupted. May be called twice.
   *
   * @return whether all were answered
   */
  public boolean stop(Duration grace) {
    CompletableFuture<Engine> running;
    synchronized (this) {
      stopped = true;
      running = engine;
      engine = null;
    }
    try {
      return running == null || running.join().stop(grace);
    } catch (CompletionException neverOpened) {
      return true;
    } finally {
      closeListener(); // for one that was never opened
    }
  }

  private void closeListener() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.debug("{}: the port was not given back properly", name, e);
    }
  }

  /** Gives the port back and breaks off what is being answered. May be called twice. */
  @Override
  public void close() {
    stop(Duration.ZERO);
  }
}
