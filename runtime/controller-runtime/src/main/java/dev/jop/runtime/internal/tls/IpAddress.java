package dev.jop.runtime.internal.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells addresses from names without asking anybody for them. */
public final class IpAddress {

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%.+)?");

  private IpAddress() {}

  /**
   * The address that a text is, written as Go takes it: four decimal numbers, or IPv6, perhaps with
   * a zone. An IPv4 address in the form of an IPv6 one counts as IPv4.
   *
   * @param text an address or name, without brackets
   * @return empty for a name
   */
  public static Optional<InetAddress> parse(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
