package dev.jop.runtime.internal.tls;

import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a certificate is for a host, by the rules of Go's crypto/x509: its subject
 * alternative names count and nothing else, an address must be there as an address, and an asterisk
 * stands for the whole first label only.
 *
 * <p>The JDK's own check takes a common name where there is no alternative one, and refuses names
 * with an underscore.
 */
final class HostNames {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int MOST_NAMES_TOLD = 20;

  private HostNames() {}

  /**
   * Checks it.
   *
   * @param host a name or an address, without brackets
   * @throws CertificateException if it is for others, with their names
   */
  static void verify(X509Certificate certificate, String host) throws CertificateException {
    List<String> names = names(certificate, DNS_NAME);
    Optional<InetAddress> address = IpAddress.parse(host);
    List<String> candidates = address.isPresent() ? names(certificate, IP_ADDRESS) : names;
    for (String candidate : candidates) {
      boolean matches =
          address.isPresent()
              ? address.equals(IpAddress.parse(candidate))
              : matches(candidate, host);
      if (matches) {
        return;
      }
    }
    throw new CertificateException(
        "the server's certificate is "
            + (candidates.isEmpty()
                ? "for no " + (address.isPresent() ? "IP address" : "host name")
                : "for " + told(candidates))
            + ", not for "
            + host
            + (certificate.getSubjectAlternativeNames() == null
                ? ": it has no subject alternative names, and a common name alone does not count"
                : ""));
  }

  private static boolean matches(String pattern, String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean wildcard = pattern.startsWith("*.");
    String fixed = wildcard ? pattern.substring(1) : pattern;
    if (!isName(name) || !isName(wildcard ? pattern.substring(2) : pattern)) {
      return !host.isEmpty() && areEqual(pattern, host);
    }
    return areEqual(fixed, wildcard ? name.substring(Math.max(name.indexOf('.'), 0)) : name);
  }

  /** Whether it is labels of letters, digits, underscores and hyphens, with dots between them. */
  private static boolean isName(String text) {
    char before = '.';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = before == '.';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && c != '_' && (first || (c != '-' && c != '.'))) {
        return false;
      }
      before = c;
    }
    return before != '.';
  }

  /** Whether they differ in the case of letters of ASCII at most. */
  private static boolean areEqual(String one, String other) {
    boolean equal = one.length() == other.length();
    for (int i = 0; i < one.length() && equal; i++) {
      equal = lowerCase(one.charAt(i)) == lowerCase(other.charAt(i));
    }
    return equal;
  }

  private static char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }

  private static List<String> names(X509Certificate certificate, int type)
      throws CertificateException {
    @Nullable Collection<List<?>> all = certificate.getSubjectAlternativeNames();
    List<String> names = new ArrayList<>();
    if (all != null) {
      for (List<?> name : all) {
        if (name.get(0).equals(type)) {
          names.add((String) name.get(1));
        }
      }
    }
    return names;
  }

  private static String told(List<String> names) {
    return names.size() <= MOST_NAMES_TOLD
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES_TOLD)) + " and others";
  }
}
