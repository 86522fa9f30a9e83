package dev.jop.envtest.assets;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which releases of Kubernetes will do.
 *
 * <p>{@code 1.37.2} is that release alone, {@code 1.37} and {@code 1.37.x} any patch of it, {@code
 * latest} any release. Of several the newest is taken.
 *
 * @param text what was asked for, for messages
 * @param oldest the first release that will do
 * @param newest the last release that will do
 */
record VersionRange(String text, KubernetesVersion oldest, KubernetesVersion newest) {
  private static final int ANY = 9999;
  private static final Pattern MINOR = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\.[x*])?");

  /** The oldest release whose API server has all that the tests of this project ask of it. */
  private static final KubernetesVersion OLDEST = new KubernetesVersion(1, 30, 0);

  static VersionRange parse(String text) {
    Optional<KubernetesVersion> exact = KubernetesVersion.parse(text);
    if (exact.isPresent()) {
      return new VersionRange(text, exact.get(), exact.get());
    }
    if (text.equals("latest")) {
      return new VersionRange(text, OLDEST, new KubernetesVersion(ANY, ANY, ANY));
    }
    Matcher minor = MINOR.matcher(text);
    if (!minor.matches()) {
      throw new AssetsException(
          "'" + text + "' is not a Kubernetes version; write it like 1.37.2, 1.37 or latest");
    }
    int first = Integer.parseInt(minor.group(1));
    int second = Integer.parseInt(minor.group(2));
    return new VersionRange(
        text, new KubernetesVersion(first, second, 0), new KubernetesVersion(first, second, ANY));
  }

  boolean contains(KubernetesVersion version) {
    return version.compareTo(oldest) >= 0 && version.compareTo(newest) <= 0;
  }

  boolean isExact() {
    return oldest.equals(newest);
  }

  Optional<KubernetesVersion> newestOf(Collection<KubernetesVersion> versions) {
    return versions.stream().filter(this::contains).max(Comparator.naturalOrder());
  }

  @Override
  public String toString() {
    return text;
  }
}
