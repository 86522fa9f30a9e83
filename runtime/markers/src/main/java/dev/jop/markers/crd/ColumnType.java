package dev.jop.markers.crd;

/** The type of a printer column, which decides how {@code kubectl get} shows it. */
public enum ColumnType {
  /** A whole number. */
  INTEGER,
  /** Any number. */
  NUMBER,
  /** Text. */
  STRING,
  /** True or false. */
  BOOLEAN,
  /** A moment, shown as the time since then. */
  DATE
}
