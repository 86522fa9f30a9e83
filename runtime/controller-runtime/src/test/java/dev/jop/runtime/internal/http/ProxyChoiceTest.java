package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.testing.ClientConfigs;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyChoiceTest {

  /** What Go's httpproxy says to the same. */
  @ParameterizedTest
  @CsvSource({
    "'', https://api.example.com, true",
    "*, https://api.example.com, false",
    "'a.com,*', https://api.example.com, false",
    "' * ', https://10.0.0.1, false",
    "'', https://localhost:6443, false",
    "'', https://127.0.0.1:6443, false",
    "'', https://127.9.9.9, false",
    "'', https://[::1]:6443, false",
    "'', https://localhost.example.com, true",
    "example.com, https://example.com, false",
    "example.com, https://api.example.com, false",
    "example.com, https://notexample.com, true",
    "EXAMPLE.com, https://Api.Example.COM, false",
    ".example.com, https://example.com, true",
    ".example.com, https://api.example.com, false",
    "*.example.com, https://example.com, true",
    "*.example.com, https://api.example.com, false",
    "'other.com, example.com', https://api.example.com, false",
    "'other.com example.com', https://api.example.com, true",
    "example.com:443, https://api.example.com, false",
    "example.com:6443, https://api.example.com, true",
    "example.com:6443, https://api.example.com:6443, false",
    "'example.com:', https://api.example.com, false",
    "':443', https://api.example.com, true",
    "10.0.0.1, https://10.0.0.1:6443, false",
    "10.0.0.1, https://10.0.0.11, true",
    "10.0.0.1:6443, https://10.0.0.1:6443, false",
    "10.0.0.1:443, https://10.0.0.1:6443, true",
    "10.0.0.0/8, https://10.200.0.1, false",
    "10.0.0.0/8, https://11.0.0.1, true",
    "10.0.0.0/0, https://11.0.0.1, false",
    "10.128.0.0/9, https://10.127.0.1, true",
    "10.128.0.0/9, https://10.128.0.1, false",
    "10.0.0.0/33, https://10.0.0.1, true",
    "10.0.0.0/8:443, https://10.0.0.1, true",
    "10.0.0.0/8, https://ten.example.com, true",
    "fd00::/8, https://[fd12::1]:6443, false",
    "fd00::/8, https://[fe12::1]:6443, true",
    "fd00::/8, https://10.0.0.1, true",
    "::ffff:10.0.0.0/104, https://10.1.2.3, false",
    "fd00::1, https://[fd00::1]:6443, false",
    "fd00::1, https://[fd00:0::1]:6443, false",
    "[fd00::1]:6443, https://[fd00::1]:6443, false",
    "[fd00::1]:443, https://[fd00::1]:6443, true",
    "[fd00::1], https://[fd00::1]:6443, true",
    "0.0.0.1, https://10.0.0.1, true",
    ".0.0.1, https://10.0.0.1, true",
    "svc, https://kubernetes.default.svc, false",
    ".svc, https://kubernetes.default.svc, false",
    "kubernetes.default.svc, https://kubernetes.default.svc, false",
    "b\u00fccher.example, https://xn--bcher-kva.example, false",
    "'.', https://api.example.com, true",
    "'', http://api.example.com, true",
    "example.com:80, http://api.example.com, false"
  })
  void exceptsWhatNoProxyHolds(String noProxy, String server, boolean proxied) {
    Map<String, String> environment =
        Map.of(
            "HTTPS_PROXY",
            "http://proxy:3128",
            "HTTP_PROXY",
            "http://proxy:3128",
            "NO_PROXY",
            noProxy);

    assertThat(choose(environment, ClientConfigs.at(server)).isPresent()).isEqualTo(proxied);
  }

  @Test
  void takesTheVariableOfTheScheme() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "https://secure", "HTTP_PROXY", "http://plain");

    assertThat(choose(environment, ClientConfigs.at("https://a")))
        .hasValue(new Proxy(Proxy.Scheme.HTTPS, new Origin(true, "secure", 443), "", ""));
    assertThat(choose(environment, ClientConfigs.at("http://a")))
        .hasValue(new Proxy(Proxy.Scheme.HTTP, new Origin(false, "plain", 80), "", ""));
    assertThat(choose(Map.of("HTTP_PROXY", "http://plain"), ClientConfigs.at("https://a")))
        .isEmpty();
  }

  @Test
  void takesCapitalsFirst() {
    Map<String, String> environment =
        Map.of(
            "HTTPS_PROXY",
            "http://capitals",
            "https_proxy",
            "http://small",
            "NO_PROXY",
            "",
            "no_proxy",
            "b");

    assertThat(choose(environment, ClientConfigs.at("https://a")).orElseThrow().origin().host())
        .isEqualTo("capitals");
    assertThat(choose(environment, ClientConfigs.at("https://b"))).isEmpty();
    assertThat(choose(Map.of("https_proxy", "http://small"), ClientConfigs.at("https://a")))
        .isPresent();
  }

  @Test
  void takesAConfiguredOneWhateverTheEnvironmentSays() {
    Map<String, String> environment = Map.of("HTTPS_PROXY", "http://other", "NO_PROXY", "*");
    ClientConfig config =
        ClientConfigs.at("https://localhost").withProxy(URI.create("socks5://u:p@mine"));

    assertThat(choose(environment, config))
        .hasValue(new Proxy(Proxy.Scheme.SOCKS5, new Origin(false, "mine", 1080), "u", "p"));
  }

  @Test
  void takesNoneWhereTheConfigurationSaysSo() {
    ClientConfig config = ClientConfigs.at("https://a").withProxy(ClientConfig.NO_PROXY);

    assertThat(choose(Map.of("HTTPS_PROXY", "http://other"), config)).isEmpty();
  }

  @Test
  void takesThePropertiesOfTheJvmLast() {
    System.setProperty("https.proxyHost", "jvm");
    System.setProperty("https.proxyPort", "3128");
    System.setProperty("http.nonProxyHosts", "*.internal");
    try {
      assertThat(choose(Map.of(), ClientConfigs.at("https://a.example.com")))
          .hasValue(new Proxy(Proxy.Scheme.HTTP, new Origin(false, "jvm", 3128), "", ""));
      assertThat(choose(Map.of(), ClientConfigs.at("https://a.internal"))).isEmpty();
      assertThat(choose(Map.of(), ClientConfigs.at("http://a.example.com"))).isEmpty();
      assertThat(choose(Map.of("https_proxy", "e"), ClientConfigs.at("https://a.example.com")))
          .hasValue(new Proxy(Proxy.Scheme.HTTP, new Origin(false, "e", 80), "", ""));
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "proxy:3128, HTTP, proxy, 3128",
    "proxy, HTTP, proxy, 80",
    "10.0.0.1:3128, HTTP, 10.0.0.1, 3128",
    "my_proxy:3128, HTTP, my_proxy, 3128",
    "HTTPS://proxy/, HTTPS, proxy, 443",
    "socks5h://[::1], SOCKS5, ::1, 1080"
  })
  void readsAddressesWithAndWithoutAScheme(
      String address, Proxy.Scheme scheme, String host, int port) {
    Proxy proxy = Proxy.parse(address, "HTTPS_PROXY");

    assertThat(proxy.scheme()).isEqualTo(scheme);
    assertThat(proxy.origin().host()).isEqualTo(host);
    assertThat(proxy.origin().port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://me:hidden@proxy, 'the proxy of HTTPS_PROXY has the scheme ftp: it must be http, https or"
        + " socks5'",
    "http://me:hidden@, 'the proxy of HTTPS_PROXY: the address http:// names no host'",
    "http://me:hid den@proxy, 'the proxy of HTTPS_PROXY is no address: '",
    "http://me:hidden@proxy:99999, 'the proxy of HTTPS_PROXY: there is no port 99999, as in"
        + " proxy:99999'"
  })
  void saysWhatIsNoAddressButNotThePassword(String address, String message) {
    assertThatThrownBy(() -> choose(Map.of("HTTPS_PROXY", address), ClientConfigs.at("https://a")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("hid")
        .hasNoCause();
  }

  private static Optional<Proxy> choose(Map<String, String> environment, ClientConfig config) {
    return new ProxyChoice(environment).choose(config, Origin.of(config.server()));
  }
}
