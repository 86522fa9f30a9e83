package dev.jop.runtime.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Which hosts a fabric8 Config reaches without its proxy. */
final class NoProxy {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private NoProxy() {}

  /**
   * Whether a host is excepted: by its name, the end of it, its network such as {@code 10.0.0.0/8},
   * or by {@code *}.
   */
  static boolean matches(String host, List<String> exceptions) {
    String name = host.replaceAll("[\\[\\]]", "");
    return exceptions.stream().map(String::strip).anyMatch(exception -> matches(name, exception));
  }

  private static boolean matches(String host, String exception) {
    int slash = exception.indexOf('/');
    if (slash >= 0) {
      return ADDRESS.matcher(host).matches()
          && ADDRESS.matcher(exception.substring(0, slash)).matches()
          && isIn(host, exception.substring(0, slash), exception.substring(slash + 1));
    }
    String name = exception.replaceFirst("^\\*?\\.", "");
    return exception.equals("*")
        || (!name.isEmpty() && (host.equalsIgnoreCase(name) || endsWith(host, "." + name)));
  }

  private static boolean endsWith(String host, String end) {
    return host.regionMatches(true, host.length() - end.length(), end, 0, end.length());
  }

  private static boolean isIn(String host, String network, String bits) {
    try {
      byte[] address = InetAddress.getByName(host).getAddress();
      byte[] first = InetAddress.getByName(network).getAddress();
      int rest = address.length * 8 - Integer.parseInt(bits);
      return address.length == first.length
          && rest >= 0
          && new BigInteger(1, address)
              .shiftRight(rest)
              .equals(new BigInteger(1, first).shiftRight(rest));
    } catch (UnknownHostException | NumberFormatException e) {
      return false;
    }
  }
}
