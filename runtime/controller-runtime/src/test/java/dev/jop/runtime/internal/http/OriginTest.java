package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ConfigException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://kubernetes.default.svc, true, kubernetes.default.svc, 443, kubernetes.default.svc",
    "https://my_api.example.com:6443/x, true, my_api.example.com, 6443, my_api.example.com:6443",
    "https://my_api, true, my_api, 443, my_api",
    "HTTPS://a:443, true, a, 443, a",
    "http://127.0.0.1:8001, false, 127.0.0.1, 8001, 127.0.0.1:8001",
    "http://a, false, a, 80, a",
    "https://[::1]:6443, true, ::1, 6443, [::1]:6443",
    "https://[::1], true, ::1, 443, [::1]",
    "https://[fe80::1%25eth0]:6443, true, fe80::1%eth0, 6443, [fe80::1]:6443",
    "https://b\u00fccher.example, true, xn--bcher-kva.example, 443, xn--bcher-kva.example"
  })
  void readsAddresses(String uri, boolean secure, String host, int port, String header) {
    Origin origin = Origin.of(URI.create(uri));

    assertThat(origin).isEqualTo(new Origin(secure, host, port));
    assertThat(origin.header()).isEqualTo(header);
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, 'the server''s address api.example.com must begin with https:// (or http://)'",
    "ftp://a, 'the server''s address ftp://a must begin with https:// (or http://)'",
    "https:///path, the address https:// names no host",
    "https://:6443, the address https://:6443 names no host",
    "https://me:pw@a, 'the address of the server at a holds a user name: name it beside the"
        + " address, with the password'",
    "https://m_e:pw@a_b, 'the address of the server at a_b holds a user name: name it beside the"
        + " address, with the password'",
    "https://a:99999, 'there is no port 99999, as in a:99999'",
    "https://a:0, 'there is no port 0, as in a:0'"
  })
  void refusesWhatIsNoAddressOfAServer(String uri, String message) {
    assertThatThrownBy(() -> Origin.of(URI.create(uri)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }
}
