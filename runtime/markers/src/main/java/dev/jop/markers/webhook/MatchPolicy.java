package dev.jop.markers.webhook;

/** Which requests a webhook's groups, versions and resources mean. */
public enum MatchPolicy {
  /** Also those by which other groups or versions reach the same objects. */
  EQUIVALENT,
  /** Only those with just these names. */
  EXACT
}
