package dev.jop.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections.
 *
 * <p>Below each is a channel and not a plain socket: only a channel's reading ends when its thread
 * is interrupted.
 *
 * @param tls makes TLS of a connection
 * @param tlsServerName the name that the server's certificate must be for, empty for its address
 * @param parameters what TLS must keep to
 */
record Connector(SSLSocketFactory tls, String tlsServerName, SSLParameters parameters) {

  /**
   * Opens one, and greets if it is to be TLS.
   *
   * @param timeout how long each address of the host may take
   */
  Connection open(Origin origin, Duration timeout) throws IOException {
    IOException last = null;
    for (InetAddress address : InetAddress.getAllByName(origin.host())) {
      SocketChannel channel = SocketChannel.open();
      try {
        int millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
        channel.socket().connect(new InetSocketAddress(address, origin.port()), millis);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        return new Connection(origin, channel, secured(channel.socket(), origin, millis));
      } catch (IOException e) {
        channel.close();
        last = e;
      }
    }
    throw last == null ? new IOException("no address for " + origin.host()) : last;
  }

  private Socket secured(Socket plain, Origin origin, int millis) throws IOException {
    if (!origin.secure()) {
      return plain;
    }
    String name = tlsServerName.isEmpty() ? origin.host() : tlsServerName;
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, name, origin.port(), true);
    socket.setSSLParameters(merged(socket.getSSLParameters()));
    socket.setSoTimeout(millis);
    socket.startHandshake();
    return socket;
  }

  private SSLParameters merged(SSLParameters defaults) {
    defaults.setEndpointIdentificationAlgorithm(parameters.getEndpointIdentificationAlgorithm());
    if (parameters.getProtocols() != null) {
      defaults.setProtocols(parameters.getProtocols());
    }
    if (parameters.getServerNames() != null) {
      defaults.setServerNames(parameters.getServerNames());
    }
    return defaults;
  }
}
