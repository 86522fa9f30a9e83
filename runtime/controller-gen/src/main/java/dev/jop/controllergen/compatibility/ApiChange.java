package dev.jop.controllergen.compatibility;

/**
 * One thing that is no longer as it was in an earlier release.
 *
 * @param severity how bad that is
 * @param where the kind, its version and the field, as in {@code Guestbook/v1:spec.replicas}; what
 *     does not apply is left out
 * @param what what changed, and what follows from it
 * @param advice what to do instead
 */
public record ApiChange(Severity severity, String where, String what, String advice) {

  /** How bad a change is. */
  public enum Severity {
    /** Objects or clients of the earlier release stop working. */
    BREAKING,
    /** They work, but not quite as before. */
    WARNING
  }

  /** Returns it in one line. */
  @Override
  public String toString() {
    return where + ": " + what + "; " + advice;
  }
}
