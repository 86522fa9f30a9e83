package dev.jop.plugins.naming;

import java.util.regex.Pattern;

/** The forms of names that the API server knows, after RFC 1123 and RFC 1035. */
public final class DnsNames {
  private static final int MAX_LABEL = 63;
  private static final int MAX_SUBDOMAIN = 253;
  private static final Pattern LABEL_1123 = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern LABEL_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

  private DnsNames() {}

  /** Whether it is lower case letters, digits and inner dashes, at most 63 of them. */
  public static boolean isLabel(String name) {
    return name.length() <= MAX_LABEL && LABEL_1123.matcher(name).matches();
  }

  /** Whether it is a label that begins with a letter. */
  public static boolean isLabelOfRfc1035(String name) {
    return name.length() <= MAX_LABEL && LABEL_1035.matcher(name).matches();
  }

  /** Whether it is labels joined by dots, at most 253 characters. */
  public static boolean isSubdomain(String name) {
    if (name.length() > MAX_SUBDOMAIN) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return true;
  }
}
