package dev.jop.markers.webhook;

/** What becomes of a request when the webhook cannot be asked. */
public enum FailurePolicy {
  /** It is refused. */
  FAIL,
  /** It goes on as if there were no webhook. */
  IGNORE
}
