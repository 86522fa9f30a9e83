package dev.jop.runtime.config;

/**
 * Whom a client trusts, and which certificate it shows.
 *
 * @param authority the authorities that are trusted, and no others; with {@link PemSource#NONE}
 *     those of the JVM
 * @param serverName the name that the server's certificate must be for, sent as SNI too; empty for
 *     the host of the address
 * @param insecure whether any certificate of the server is accepted
 * @param certificate the client's certificate, followed by those of its issuers
 * @param key the key of that certificate
 */
public record TlsConfig(
    PemSource authority,
    String serverName,
    boolean insecure,
    PemSource certificate,
    PemSource key) {

  /** Trusts whom the JVM trusts, and shows no certificate. */
  public static TlsConfig defaults() {
    return new TlsConfig(PemSource.NONE, "", false, PemSource.NONE, PemSource.NONE);
  }
}
