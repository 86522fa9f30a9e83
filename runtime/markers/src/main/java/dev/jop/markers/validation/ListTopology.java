package dev.jop.markers.validation;

/** How server-side apply merges what several writers say about a list. */
public enum ListTopology {
  /** The list is one value: whoever writes it owns all of it. */
  ATOMIC,
  /** The items are plain values, each at most once, and each has its own owners. */
  SET,
  /** The items are objects told apart by keys, and each has its own owners. */
  MAP
}
