package dev.jop.runtime.internal.tls;

/**
 * A client certificate with its key that was not configured but brought, such as by a credential
 * plugin.
 *
 * @param certificatePem the certificate, followed by those of its issuers
 * @param keyPem the certificate's key
 */
public record ClientIdentity(String certificatePem, String keyPem) {
  @Override
  public String toString() {
    return "ClientIdentity";
  }
}
