package dev.jop.markers.validation;

/** How server-side apply merges what several writers say about a map or an object. */
public enum MapTopology {
  /** Each entry has its own owners; that holds when nothing is said. */
  GRANULAR,
  /** The map is one value: whoever writes it owns all of it. */
  ATOMIC
}
