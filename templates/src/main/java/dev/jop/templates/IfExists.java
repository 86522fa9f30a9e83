package dev.jop.templates;

/** What happens to a rendered file when the project already has a file of that name. */
public enum IfExists {
  /** The whole command fails and nothing is written. */
  FAIL,
  /** The user's file stays as it is. */
  KEEP,
  /** The rendered file replaces it. */
  OVERWRITE
}
