package dev.jop.runtime.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes addresses of what users write. No message repeats an address that holds a password. */
final class Addresses {

  private static final Pattern URL =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)([^?#]*)([?#].*)?");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+(%25[A-Za-z0-9._~-]+)?])(:[0-9]{1,5})?");

  private Addresses() {}

  /**
   * The address of an API server, without a slash at its end. One without a scheme is reached with
   * TLS; kubectl sends it the request in plain text.
   *
   * @throws IllegalArgumentException if it is none; the message goes on a sentence
   */
  static URI server(String url) {
    Matcher parts = parts(url);
    String scheme = scheme(parts, "https");
    if (!Set.of("https", "http").contains(scheme)) {
      throw new IllegalArgumentException("begins with neither https:// nor http://");
    }
    if (parts.group(2).contains("@")) {
      throw new IllegalArgumentException("holds a user name; it belongs to the user's fields");
    }
    if (parts.group(4) != null) {
      throw new IllegalArgumentException("holds a query or a fragment (? or #)");
    }
    requireHost(parts.group(2));
    return uri(scheme + "://" + parts.group(2) + parts.group(3).replaceFirst("/+$", ""));
  }

  /**
   * The address of a proxy.
   *
   * @throws IllegalArgumentException if it is none; the message goes on a sentence
   */
  static URI proxy(String url) {
    Matcher parts = parts(url);
    String scheme = scheme(parts, "");
    if (!Set.of("http", "https", "socks5").contains(scheme)) {
      throw new IllegalArgumentException("begins with none of http://, https:// and socks5://");
    }
    String authority = parts.group(2);
    requireHost(authority.substring(authority.lastIndexOf('@') + 1));
    return uri(scheme + "://" + authority);
  }

  /** An address for messages: without a user name and password, whether it is a URL or not. */
  static String withoutLogin(String url) {
    int end = url.lastIndexOf('@');
    int start = url.indexOf("://") + 3;
    return end < 0
        ? url
        : (start > 2 && start <= end ? url.substring(0, start) : "") + url.substring(end + 1);
  }

  private static Matcher parts(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("is no URL");
    }
    return parts;
  }

  private static String scheme(Matcher parts, String other) {
    return parts.group(1) == null ? other : parts.group(1).toLowerCase(Locale.ROOT);
  }

  private static void requireHost(String authority) {
    Matcher host = HOST.matcher(authority);
    if (!host.matches()
        || (host.group(3) != null && Integer.parseInt(host.group(3).substring(1)) > 65535)) {
      throw new IllegalArgumentException("has no host, or one or a port that cannot be");
    }
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) { // its message repeats the address
      throw new IllegalArgumentException("is no URL");
    }
  }
}
