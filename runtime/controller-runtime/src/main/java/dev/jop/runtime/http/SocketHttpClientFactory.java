package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.http.HttpClient;

/**
 * Makes HTTP clients on blocking sockets.
 *
 * <p>They follow no redirects, know no proxies and open no web sockets: an API server needs none of
 * these. They wait in the thread that calls, so what they return is complete already.
 */
public final class SocketHttpClientFactory implements HttpClient.Factory {

  /** A factory; one is as good as another. */
  public SocketHttpClientFactory() {}

  @Override
  public HttpClient.Builder newBuilder() {
    return new SocketHttpClientBuilder(this);
  }

  /** Chosen by those who want it and not by being on the class path. */
  @Override
  public int priority() {
    return Integer.MIN_VALUE;
  }
}
