package dev.jop.envtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A key pair on the curve P-256. */
record EcKeys(ECPrivateKey privateKey, PublicKey publicKey) {

  static EcKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new EnvironmentException("this JDK can't make a P-256 key: " + e.getMessage(), e);
    }
  }

  /** Reads what {@link #privateKeyPem} wrote. */
  static EcKeys parse(String pem) {
    try {
      return of(new JcaPEMKeyConverter().getKeyPair(Pem.parse(pem, PEMKeyPair.class)));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read an EC private key", e);
    }
  }

  private static EcKeys of(KeyPair pair) {
    return new EcKeys((ECPrivateKey) pair.getPrivate(), pair.getPublic());
  }

  /**
   * The private key as {@code EC PRIVATE KEY}: the form that fabric8 knows for elliptic curves from
   * its header.
   */
  String privateKeyPem() {
    byte[] point =
        SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()).getPublicKeyData().getBytes();
    var key =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
            256, privateKey.getS(), new DERBitString(point), SECObjectIdentifiers.secp256r1);
    try {
      return Pem.text("EC PRIVATE KEY", key.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String publicKeyPem() {
    return Pem.text("PUBLIC KEY", publicKey.getEncoded());
  }
}
