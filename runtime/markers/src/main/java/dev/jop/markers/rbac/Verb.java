package dev.jop.markers.rbac;

/** What a role lets somebody do. */
public enum Verb {
  /** Read one object, or a URL. */
  GET,
  /** Read many objects. */
  LIST,
  /** Follow changes. */
  WATCH,
  /** Make an object. */
  CREATE,
  /** Replace an object. */
  UPDATE,
  /** Change a part of an object, also by server-side apply. */
  PATCH,
  /** Remove one object, or call a URL with DELETE. */
  DELETE,
  /** Remove many objects with one call. */
  DELETECOLLECTION,
  /** Bind a role with more permissions than one's own. */
  BIND,
  /** Write a role with more permissions than one's own. */
  ESCALATE,
  /** Act as another user, group or service account. */
  IMPERSONATE,
  /** Approve certificate signing requests of a signer. */
  APPROVE,
  /** Sign certificates of a signer. */
  SIGN,
  /** Vouch for the trust bundles of a signer. */
  ATTEST,
  /** Use what a policy governs. */
  USE,
  /** Call a URL with POST. */
  POST,
  /** Call a URL with PUT. */
  PUT,
  /** Call a URL with HEAD. */
  HEAD,
  /** Call a URL with OPTIONS. */
  OPTIONS,
  /** Everything; written as {@code *}, and then no other verb is. */
  ANY
}
