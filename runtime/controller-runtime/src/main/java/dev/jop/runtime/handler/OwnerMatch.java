package dev.jop.runtime.handler;

/** Which of an object's owners are meant. */
public enum OwnerMatch {
  /** The one that controls it. */
  CONTROLLER,
  /** All. */
  EVERY
}
