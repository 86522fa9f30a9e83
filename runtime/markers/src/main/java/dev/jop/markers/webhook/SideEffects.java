package dev.jop.markers.webhook;

/** What a webhook does beside answering; the API server refuses webhooks that do more. */
public enum SideEffects {
  /** Nothing. */
  NONE,
  /** Something, but nothing when the request is a dry run. */
  NONE_ON_DRY_RUN
}
