package dev.jop.runtime.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Authority;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of Go's crypto/x509. */
class HostNamesTest {

  private static Authority authority;
  private static KeyPair keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    authority = Authority.root("authority");
    keys = Authority.keys("EC", 256);
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes.default.svc, kubernetes.default.svc, true",
    "kubernetes.default.svc, kubernetes.default, false",
    "kubernetes.default, kubernetes.default.svc, false",
    "localhost, localhost, true",
    "localhost, LOCALHOST, true",
    "API.Example.com, api.eXample.com, true",
    "api.example.com, api.example.com., true",
    "api.example.com., api.example.com., true",
    "api.example.com., api.example.com, false",
    "my_api.example.com, my_api.example.com, true",
    "my_api, my_api, true",
    "*.example.com, api.example.com, true",
    "*.example.com, my_api.example.com, true",
    "*.example.com, a.b.example.com, false",
    "*.example.com, example.com, false",
    "*.example.com, .example.com, false",
    "*.com, example.com, true",
    "*, localhost, false",
    "*, *, true",
    "a*.example.com, api.example.com, false",
    "*api.example.com, api.example.com, false",
    "api.*.com, api.example.com, false",
    "api.*.com, api.*.com, true",
    "-a.example.com, -a.example.com, true",
    "'', '', false",
    "'a b', 'a b', true",
    "*.example.com, '*.example.com', true",
    "xn--bcher-kva.example, xn--bcher-kva.example, true",
    "'\u212aubernetes', 'kubernetes', false"
  })
  void matchesNamesAsGoDoes(String pattern, String host, boolean matches) throws Exception {
    assertThat(isFor(host, new GeneralName(GeneralName.dNSName, pattern))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "::1, ::1, true",
    "::1, 0:0:0:0:0:0:0:1, true",
    "2001:db8::1, 2001:DB8::1, true",
    "2001:db8::1, 2001:db8::2, false",
    "10.0.0.1, ::ffff:10.0.0.1, true"
  })
  void matchesAddressesByWhatTheyMean(String address, String host, boolean matches)
      throws Exception {
    assertThat(isFor(host, new GeneralName(GeneralName.iPAddress, address))).isEqualTo(matches);
  }

  @Test
  void takesNoNameForAnAddressAndNoAddressForAName() throws Exception {
    assertThat(isFor("10.0.0.1", new GeneralName(GeneralName.dNSName, "10.0.0.1"))).isFalse();
    assertThat(isFor("10.0.0.1", new GeneralName(GeneralName.dNSName, "*.0.0.1"))).isFalse();
    assertThat(isFor("a.com", new GeneralName(GeneralName.rfc822Name, "a.com"))).isFalse();
    assertThat(
            isFor("a.com", new GeneralName(GeneralName.uniformResourceIdentifier, "https://a.com")))
        .isFalse();
  }

  @Test
  void looksAtEachNameOfManyKinds() throws Exception {
    GeneralName[] names = {
      new GeneralName(GeneralName.rfc822Name, "a@b.com"),
      new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
      new GeneralName(GeneralName.dNSName, "a.com"),
      new GeneralName(GeneralName.dNSName, "b.com")
    };

    assertThat(isFor("b.com", names)).isTrue();
    assertThat(isFor("10.0.0.1", names)).isTrue();
    assertThat(isFor("c.com", names)).isFalse();
  }

  @Test
  void takesNoCommonName() throws Exception {
    assertThatThrownBy(() -> HostNames.verify(authority.sign("a.com", keys, none()), "a.com"))
        .isInstanceOf(CertificateException.class)
        .hasMessage(
            "the server's certificate is for no host name, not for a.com: it has no subject"
                + " alternative names, and a common name alone does not count");
    assertThat(isFor("localhost", new GeneralName(GeneralName.dNSName, "a.com"))).isFalse();
  }

  @Test
  void saysWhomACertificateIsFor() {
    GeneralName[] many = new GeneralName[30];
    Arrays.setAll(many, i -> new GeneralName(GeneralName.dNSName, "n" + i));

    assertThatThrownBy(
            () ->
                HostNames.verify(
                    authority.sign("x", keys, new GeneralName(GeneralName.dNSName, "a.com")), "b"))
        .hasMessage("the server's certificate is for a.com, not for b");
    assertThatThrownBy(() -> HostNames.verify(authority.sign("x", keys, many), "b"))
        .hasMessageMatching("the server's certificate is for n0, .*, n19 and others, not for b");
  }

  private static boolean isFor(String host, GeneralName... names) throws Exception {
    X509Certificate certificate = authority.sign("localhost", keys, names);
    try {
      HostNames.verify(certificate, host);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static GeneralName[] none() {
    return new GeneralName[0];
  }
}
