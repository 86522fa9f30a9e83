package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.tls.ClientTls;
import dev.jop.runtime.internal.tls.TlsSetup;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens connections to one server, straight or through a proxy, within one time limit. */
final class Connector {

  private static final long SHORTEST_TRY = Duration.ofSeconds(2).toNanos();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Origin server;
  private final Optional<Proxy> proxy;
  private final @Nullable ClientTls toProxy;
  private final Resolver resolver;
  private final Watchdog watchdog;

  /**
   * A connector.
   *
   * @param toProxy TLS to the proxy, null if it is spoken to without
   */
  Connector(Origin server, Optional<Proxy> proxy, @Nullable ClientTls toProxy, Watchdog watchdog) {
    this.server = server;
    this.proxy = proxy;
    this.toProxy = toProxy;
    this.resolver = new Resolver(next().host());
    this.watchdog = watchdog;
  }

  /** To whom the connection itself leads. */
  private Origin next() {
    return proxy.map(Proxy::origin).orElse(server);
  }

  /**
   * Opens a connection.
   *
   * @param tls TLS to the server, null for none
   * @param limit when it must be open; after 30 s if that is never
   */
  Connection open(@Nullable TlsSetup tls, TimeLimit limit) throws IOException {
    TimeLimit opening = limit.end() == TimeLimit.NEVER ? TimeLimit.of(LONGEST) : limit;
    Opening opened = connect(opening);
    try {
      ChannelSocket base = new ChannelSocket(opened.channel);
      Socket socket = passProxy(base);
      if (tls != null) {
        socket = tls.secure(socket, server.port());
      }
      if (opened.guard.limit(TimeLimit.NEVER)) {
        return new Connection(opened.channel, base, socket, tls, opened.guard);
      }
      throw opening.passed(null);
    } catch (IOException e) {
      boolean late = opened.guard.isLate();
      opened.close();
      throw late ? opening.passed(e) : e;
    }
  }

  private Socket passProxy(ChannelSocket base) throws IOException {
    if (proxy.isEmpty()) {
      return base;
    }
    try {
      Socket socket = toProxy == null ? base : toProxy.current().secure(base, next().port());
      if (proxy.get().scheme() == Proxy.Scheme.SOCKS5) {
        Socks5.open(socket, proxy.get(), server);
      } else if (server.secure()) {
        HttpTunnel.open(socket, proxy.get(), server);
      }
      return socket;
    } catch (EOFException e) {
      throw new IOException(proxy.get() + " closed the connection", e);
    }
  }

  /**
   * Connects to the first address that lets it. Each gets an equal part of the time that is left,
   * but at least two seconds, as by Go.
   */
  private Opening connect(TimeLimit limit) throws IOException {
    List<InetAddress> addresses = resolver.resolve(limit);
    IOException last = null;
    for (int i = 0; i < addresses.size() && limit.left() > 0; i++) {
      long share = Math.max(limit.left() / (addresses.size() - i), SHORTEST_TRY);
      Opening opening = new Opening(watchdog, SocketChannel.open());
      try {
        if (!opening.guard.limit(Math.min(limit.end(), TimeLimit.now() + share))) {
          throw new IOException("the HTTP client is closed");
        }
        opening.channel.connect(new InetSocketAddress(addresses.get(i), next().port()));
        opening.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opening.channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (opening.guard.limit(limit.end())) {
          return opening;
        }
        last = limit.passed(null);
      } catch (IOException e) {
        last = e;
      }
      boolean late = opening.guard.isLate();
      opening.close();
      if (Thread.currentThread().isInterrupted()) {
        throw last;
      }
      last = failed(addresses.get(i), late, last);
    }
    throw last == null || limit.left() <= 0 ? limit.passed(last) : last;
  }

  private IOException failed(InetAddress address, boolean late, IOException e) {
    String why = late ? "nothing answers there" : e.getMessage();
    return new IOException(
        (proxy.isPresent() ? proxy.get() + " is not reachable" : "it is not reachable")
            + " ("
            + address.getHostAddress()
            + ", port "
            + next().port()
            + "): "
            + why,
        e);
  }

  /** A connection that is being opened. */
  private static final class Opening {

    private final SocketChannel channel;
    private final Watchdog.Guard guard;

    Opening(Watchdog watchdog, SocketChannel channel) {
      this.channel = channel;
      this.guard = watchdog.guard(() -> Connection.close(channel));
    }

    void close() {
      guard.dismiss();
      Connection.close(channel);
    }
  }
}
