package dev.jop.runtime.healthz;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where a server listens, in the notation of Go: {@code :8081}, {@code 127.0.0.1:8081}. */
public final class BindAddress {

  private BindAddress() {}

  /**
   * Reads an address.
   *
   * @param text {@code host:port}; without a host all of this machine's addresses are meant, a host
   *     of IPv6 stands in brackets
   * @return the address, or nothing for {@code 0} and the empty text, which mean not to listen
   * @throws IllegalArgumentException if the text is no address
   */
  public static Optional<InetSocketAddress> parse(String text) {
    if (text.isEmpty() || text.equals("0")) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no address to listen on: write host:port or :port");
    }
    String host = text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
    int port = port(text, text.substring(colon + 1));
    InetSocketAddress address =
        host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("\"" + text + "\": there is no host named " + host);
    }
    return Optional.of(address);
  }

  private static int port(String text, String port) {
    try {
      int number = Integer.parseInt(port);
      if (number >= 0 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number that is none of a port
    }
    throw new IllegalArgumentException(
        "\"" + text + "\": \"" + port + "\" is no port, which is a number from 0 to 65535");
  }
}
