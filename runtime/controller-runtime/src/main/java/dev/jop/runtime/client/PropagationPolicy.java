package dev.jop.runtime.client;

/** What becomes of the objects that a deleted object owns. */
public enum PropagationPolicy {

  /**
   * What the API server does for the kind: {@link #BACKGROUND}, but {@link #ORPHAN} for Jobs and
   * ReplicationControllers and for old versions of other kinds. A finalizer of the object that
   * stands for a policy has precedence.
   */
  SERVER_DEFAULT(""),

  /** They stay, without an owner. */
  ORPHAN("Orphan"),

  /** They are deleted after it; {@code kubectl delete} does this unless told otherwise. */
  BACKGROUND("Background"),

  /**
   * They are deleted first; until those of them are gone that block their owner's deletion, it
   * stays, marked as being deleted.
   */
  FOREGROUND("Foreground");

  private final String word;

  PropagationPolicy(String word) {
    this.word = word;
  }

  /** The API's word for it; empty for the server's default. */
  String word() {
    return word;
  }
}
