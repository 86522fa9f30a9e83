package dev.jop.envtest;

import java.net.URI;

/**
 * Both servers of a control plane.
 *
 * @param address where the API server listens
 */
record ServerPair(Server etcd, Server apiServer, URI address) {
  /** Stops the API server first: it would wait for etcd. */
  void stop() {
    apiServer.stop();
    etcd.stop();
  }

  void kill() {
    apiServer.kill();
    etcd.kill();
  }
}
