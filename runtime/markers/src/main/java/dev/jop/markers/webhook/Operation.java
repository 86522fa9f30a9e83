package dev.jop.markers.webhook;

/** What is done with an object when the API server asks a webhook. */
public enum Operation {
  /** An object is made. */
  CREATE,
  /** An object is replaced or changed in part. */
  UPDATE,
  /** An object is removed. */
  DELETE,
  /** Something connects to an object, as {@code kubectl exec} does to a pod. */
  CONNECT,
  /** Any of these; written as {@code *}, and stands alone. */
  ANY
}
