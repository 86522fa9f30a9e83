package dev.jop.runtime.internal.server;

/**
 * How a server speaks TLS: 1.2 and 1.3, with forward secrecy and authenticated encryption alone,
 * and HTTP/1.1 within.
 *
 * @param source is asked for each connection
 * @param clients whether clients show certificates of the source's authorities
 */
public record ServerTls(TlsSource source, ClientCertificates clients) {

  /** TLS without client certificates. */
  public static ServerTls of(TlsSource source) {
    return new ServerTls(source, ClientCertificates.NONE);
  }

  /** The same with client certificates, or without. */
  public ServerTls withClients(ClientCertificates clients) {
    return new ServerTls(source, clients);
  }
}
