package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.tls.IpAddress;
import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Says which servers are reached without the proxy of the environment: what {@code NO_PROXY} holds,
 * by the rules of Go's httpproxy, and always localhost and loopback addresses.
 *
 * <p>An entry is a name, which is also for those below it; a name behind a dot or {@code *.}, which
 * is for those below it only; an address; a network, {@code 10.0.0.0/8}; or {@code *} for all.
 * Names and addresses may have a port. What cannot be read is passed over.
 */
final class NoProxy {

  private final String host;
  private final int port;
  private final Optional<InetAddress> address;

  private NoProxy(Origin server) {
    this.host = server.host().toLowerCase(Locale.ROOT);
    this.port = server.port();
    this.address = IpAddress.parse(server.host());
  }

  /** Whether a list, separated by commas, holds a server. */
  static boolean holds(String list, Origin server) {
    NoProxy wanted = new NoProxy(server);
    if (server.host().equals("localhost")
        || wanted.address.map(InetAddress::isLoopbackAddress).orElse(false)) {
      return true;
    }
    for (String entry : list.split(",", -1)) {
      if (wanted.matches(entry.strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String entry) {
    if (entry.equals("*")) {
      return true;
    }
    int slash = entry.indexOf('/');
    if (slash >= 0) {
      return isWithin(entry.substring(0, slash), entry.substring(slash + 1));
    }
    if (IpAddress.parse(entry).isPresent()) {
      return address.equals(IpAddress.parse(entry));
    }
    int colon = entry.lastIndexOf(':');
    if (colon < 0) {
      return isBelow(entry);
    }
    String suffix = entry.substring(colon + 1);
    if (!suffix.isEmpty() && !suffix.equals(Integer.toString(port))) {
      return false;
    }
    String place = entry.substring(0, colon);
    boolean bracketed = place.startsWith("[") && place.endsWith("]");
    Optional<InetAddress> named =
        IpAddress.parse(bracketed ? place.substring(1, colon - 1) : place);
    return named.isPresent() ? named.equals(address) : isBelow(place);
  }

  private boolean isBelow(String name) {
    if (name.isEmpty() || address.isPresent()) {
      return false;
    }
    String suffix = name.startsWith("*.") ? name.substring(1) : name;
    boolean itself = !suffix.startsWith(".");
    suffix = ascii(itself ? "." + suffix : suffix);
    return host.endsWith(suffix) || (itself && host.equals(suffix.substring(1)));
  }

  private static String ascii(String name) {
    try {
      return name.chars().allMatch(c -> c < 0x80) ? name : "." + IDN.toASCII(name.substring(1));
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private boolean isWithin(String network, String prefix) {
    Optional<InetAddress> base = IpAddress.parse(network);
    if (base.isEmpty() || address.isEmpty() || !prefix.matches("0|[1-9][0-9]{0,2}")) {
      return false;
    }
    byte[] wanted = base.get().getAddress();
    byte[] actual = address.get().getAddress();
    int longest = network.indexOf(':') >= 0 ? 128 : 32;
    int bits = Integer.parseInt(prefix) - (longest - wanted.length * 8); // IPv4 written as IPv6
    if (bits < 0 || bits > wanted.length * 8 || wanted.length != actual.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (((wanted[i / 8] ^ actual[i / 8]) >> (7 - i % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  }
}
