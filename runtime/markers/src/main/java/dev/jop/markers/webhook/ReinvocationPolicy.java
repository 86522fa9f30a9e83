package dev.jop.markers.webhook;

/** Whether a mutating webhook is asked again about an object that others have changed since. */
public enum ReinvocationPolicy {
  /** It is asked once. */
  NEVER,
  /** It is asked again when a later one changed the object. */
  IF_NEEDED
}
