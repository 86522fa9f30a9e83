package dev.jop.envtest.assets;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of Kubernetes, such as {@code 1.37.2}; pre-releases are not considered. */
public record KubernetesVersion(int major, int minor, int patch)
    implements Comparable<KubernetesVersion> {
  /** The release that is used when none is asked for. */
  public static final KubernetesVersion DEFAULT = new KubernetesVersion(1, 37, 2);

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");
  private static final Comparator<KubernetesVersion> ORDER =
      Comparator.comparingInt(KubernetesVersion::major)
          .thenComparingInt(KubernetesVersion::minor)
          .thenComparingInt(KubernetesVersion::patch);

  /** Reads {@code 1.37.2} or {@code v1.37.2}; empty for anything else. */
  public static Optional<KubernetesVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new KubernetesVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
