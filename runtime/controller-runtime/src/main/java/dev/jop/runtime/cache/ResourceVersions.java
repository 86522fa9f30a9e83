package dev.jop.runtime.cache;

/**
 * Compares resource versions of one kind.
 *
 * <p>Kubernetes says since 1.35 that they are decimal numbers that grow with each change. A server
 * may still have others: those compare to nothing, and nothing is concluded from them.
 */
final class ResourceVersions {

  private ResourceVersions() {}

  /** Whether both are numbers and the first is the smaller one. */
  static boolean isOlder(String version, String other) {
    if (!isNumber(version) || !isNumber(other)) {
      return false;
    }
    return version.length() == other.length()
        ? version.compareTo(other) < 0
        : version.length() < other.length();
  }

  /** The older of both; empty if that cannot be told. */
  static String older(String version, String other) {
    if (version.equals(other) || isOlder(version, other)) {
      return version;
    }
    return isOlder(other, version) ? other : "";
  }

  private static boolean isNumber(String version) {
    if (version.isEmpty() || version.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < version.length(); i++) {
      if (version.charAt(i) < '0' || version.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
