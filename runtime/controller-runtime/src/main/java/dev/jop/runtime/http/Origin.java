package dev.jop.runtime.http;

import java.net.URI;

/**
 * Whom a connection leads to.
 *
 * @param secure whether by TLS
 * @param host a name or an address
 * @param port the port
 */
record Origin(boolean secure, String host, int port) {

  /** The one of a URI. */
  static Origin of(URI uri) {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    String host = uri.getHost();
    if (host == null || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
      throw new IllegalArgumentException("not the address of an HTTP server: " + uri);
    }
    boolean bracketed = host.startsWith("["); // an IPv6 address
    return new Origin(
        secure,
        bracketed ? host.substring(1, host.length() - 1) : host,
        uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80);
  }

  /** As it stands in a request's Host header. */
  String header() {
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }
}
