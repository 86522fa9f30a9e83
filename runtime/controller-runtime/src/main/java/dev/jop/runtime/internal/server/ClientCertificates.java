package dev.jop.runtime.internal.server;

/** Whether clients show certificates. */
public enum ClientCertificates {
  /** They are not asked for one. */
  NONE,
  /** They may show one; a wrong one ends the connection. */
  OPTIONAL,
  /** Without one the connection ends. */
  REQUIRED
}
