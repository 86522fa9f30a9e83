package dev.jop.plugins.scaffold;

/** The license that a new project's files carry. */
public enum License {
  /** The Apache License, version 2.0. */
  APACHE2,
  /** None is named. */
  NONE
}
