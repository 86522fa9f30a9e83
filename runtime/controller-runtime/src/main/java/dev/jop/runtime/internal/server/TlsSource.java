package dev.jop.runtime.internal.server;

import javax.net.ssl.SSLContext;

/** Gives a server its certificate and the authorities of its clients, which may change. */
@FunctionalInterface
public interface TlsSource {

  /**
   * What the next connection is to use. Asked for each, by the one thread that serves them all, so
   * it must be quick; the same object as long as nothing has changed, since the sessions that
   * clients take up again are kept in it.
   */
  SSLContext context();
}
