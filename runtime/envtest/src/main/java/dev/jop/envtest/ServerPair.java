package dev.jop.envtest;

import java.net.URI;

/**
 * Both servers of a control plane.
 *
 * @param address where the API server listens
 */
record ServerPair(Server etcd, Server apiServer, URI address) {
  /** Ends both at once and for good. */
  void close() {
    apiServer.close();
    etcd.close();
  }
}
