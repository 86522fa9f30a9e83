package dev.jop.runtime.internal.http;

import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.internal.text.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A proxy on the way to a server.
 *
 * @param scheme how it is spoken to
 * @param origin where it is
 * @param user a name to tell it, empty for none
 * @param password the password of that name
 */
record Proxy(Scheme scheme, Origin origin, String user, String password) {

  /** How a proxy is spoken to. */
  enum Scheme {
    /** HTTP, in plain text. */
    HTTP(80),
    /** HTTP over TLS. */
    HTTPS(443),
    /** SOCKS version 5, which resolves names itself. */
    SOCKS5(1080);

    private final int port;

    Scheme(int port) {
      this.port = port;
    }
  }

  /**
   * Reads the address of a proxy; one without a scheme is of HTTP.
   *
   * @param source who named it, for messages
   * @throws ConfigException if it is none; the message does not hold the address, since that may
   *     hold a password
   */
  static Proxy parse(String address, String source) {
    URI uri = uri(address, source);
    Scheme scheme =
        switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
          case "http" -> Scheme.HTTP;
          case "https" -> Scheme.HTTPS;
          case "socks5", "socks5h" -> Scheme.SOCKS5;
          default ->
              throw new ConfigException(
                  "the proxy of %s has the scheme %s: it must be http, https or socks5"
                      .formatted(source, Printable.of(uri.getScheme(), 20)));
        };
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String login = authority.substring(0, Math.max(authority.lastIndexOf('@'), 0));
    int colon = login.indexOf(':');
    return new Proxy(
        scheme,
        origin(uri, scheme, source),
        unescaped(colon < 0 ? login : login.substring(0, colon)),
        unescaped(colon < 0 ? "" : login.substring(colon + 1)));
  }

  private static URI uri(String address, String source) {
    try {
      return new URI(address.contains("://") ? address : "http://" + address);
    } catch (URISyntaxException e) {
      throw new ConfigException( // without the cause, which holds the address
          "the proxy of "
              + source
              + " is no address: it must be like http://proxy.example.com:3128, and what is special"
              + " in a user name or password must be escaped like %40");
    }
  }

  private static Origin origin(URI uri, Scheme scheme, String source) {
    try {
      return Origin.of(uri, scheme == Scheme.HTTPS, scheme.port);
    } catch (ConfigException e) {
      throw new ConfigException("the proxy of " + source + ": " + e.getMessage());
    }
  }

  /** Undoes the escapes of a URI, in which a plus is a plus. */
  private static String unescaped(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** What it is told with each request that is meant for it. */
  List<Header> authorization() {
    if (user.isEmpty() && password.isEmpty()) {
      return List.of();
    }
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return List.of(
        new Header("Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
  }

  /** Its address, without the password. */
  @Override
  public String toString() {
    return "the proxy " + scheme.name().toLowerCase(Locale.ROOT) + "://" + origin.hostAndPort();
  }
}
