package dev.jop.runtime.internal.http;

import dev.jop.runtime.config.ConfigException;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;

/**
 * Whom a connection leads to.
 *
 * @param secure whether by TLS
 * @param host a name or an address, without brackets
 * @param port the port
 */
record Origin(boolean secure, String host, int port) {

  private static final int HIGHEST_PORT = 65_535;

  /**
   * The one of a server's address.
   *
   * @throws ConfigException if it is not that of an HTTP server
   */
  static Origin of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new ConfigException(
          "the server's address "
              + uri.toString().replaceFirst(".*@", "")
              + " must begin with https:// (or http://)");
    }
    if (uri.getRawUserInfo() != null || authority(uri).contains("@")) {
      throw new ConfigException(
          "the address of the server at "
              + authority(uri).replaceFirst(".*@", "")
              + " holds a user name: name it beside the address, with the password");
    }
    boolean secure = scheme.equals("https");
    return of(uri, secure, secure ? 443 : 80);
  }

  /**
   * The one that an authority names. {@link URI} itself takes no underscore in a host.
   *
   * @param uri an address with a scheme
   * @param defaultPort the port if it names none
   */
  static Origin of(URI uri, boolean secure, int defaultPort) {
    String authority = authority(uri);
    String place = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = place.lastIndexOf(':');
    boolean hasPort = colon > place.lastIndexOf(']');
    String host = hasPort ? place.substring(0, colon) : place;
    int port = hasPort && colon + 1 < place.length() ? port(place, colon + 1) : defaultPort;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1).replaceFirst("%25", "%");
    } else if (host.indexOf(':') >= 0) {
      throw new ConfigException("the IPv6 address in " + place + " needs brackets: [::1]:6443");
    }
    if (host.isEmpty()) {
      throw new ConfigException(
          "the address " + uri.getScheme() + "://" + place + " names no host");
    }
    return new Origin(secure, ascii(host), port);
  }

  private static String authority(URI uri) {
    return uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
  }

  private static int port(String place, int start) {
    try {
      int port = Integer.parseInt(place.substring(start));
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new ConfigException("there is no port " + place.substring(start) + ", as in " + place);
  }

  private static String ascii(String host) {
    try {
      return host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(host + " is no name of a host: " + e.getMessage(), e);
    }
  }

  /** As it stands in a request's Host header. */
  String header() {
    return port == (secure ? 443 : 80) ? bracketed() : bracketed() + ":" + port;
  }

  /** Host and port, as a proxy is asked for it. */
  String hostAndPort() {
    return bracketed() + ":" + port;
  }

  /** The host, without the zone of an address, which means nothing to others. */
  private String bracketed() {
    if (host.indexOf(':') < 0) {
      return host;
    }
    int zone = host.indexOf('%');
    return "[" + (zone < 0 ? host : host.substring(0, zone)) + "]";
  }
}
