package dev.jop.runtime.internal.auth;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.http.HttpClient;
import dev.jop.runtime.internal.http.HttpRequest;
import dev.jop.runtime.internal.http.HttpResponse;
import dev.jop.runtime.internal.http.TimeLimit;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the issuer of id tokens for new ones. No message repeats what it says, save for its error
 * codes.
 *
 * <p>It is asked with TLS only, but for one on this machine: what is sent is as good as a password.
 */
final class OidcIssuer {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MAX_ANSWER = 1 << 20;

  private final String url;
  private final String issuer;
  private final String clientId;
  private final String clientSecret;
  private final TlsConfig tls;

  /** The issuer that an auth-provider's fields name. */
  OidcIssuer(Map<String, String> config) {
    url = config.getOrDefault("idp-issuer-url", "");
    issuer =
        "the issuer "
            + PluginRun.printable(new Credentials.Oidc(config, Optional.empty()).issuer());
    clientId = config.getOrDefault("client-id", "");
    clientSecret = config.getOrDefault("client-secret", "");
    tls = new TlsConfig(authority(config), "", false, PemSource.NONE, PemSource.NONE);
  }

  private static PemSource authority(Map<String, String> config) {
    String data = config.getOrDefault("idp-certificate-authority-data", "");
    String file = config.getOrDefault("idp-certificate-authority", "");
    if (data.isEmpty()) {
      return file.isEmpty() ? PemSource.NONE : new PemSource.File(Path.of(file).toAbsolutePath());
    }
    try {
      return new PemSource.Data(
          new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8),
          "idp-certificate-authority-data");
    } catch (IllegalArgumentException e) {
      throw new CredentialsException("idp-certificate-authority-data is no base64");
    }
  }

  /**
   * Gives new tokens for a refresh token.
   *
   * @throws CredentialsException if the issuer gives none or cannot be reached
   */
  Tokens refresh(String refreshToken) {
    TimeLimit limit = TimeLimit.of(LIMIT);
    URI discovery =
        address(url.replaceFirst("/$", "") + "/.well-known/openid-configuration", issuer);
    JsonNode provider = exchange("GET", discovery, List.of(), "", limit);
    String endpoint = provider.path("token_endpoint").asString("");
    if (endpoint.isEmpty()) {
      throw new CredentialsException(issuer + " names no token_endpoint");
    }
    JsonNode answer =
        tokens(address(endpoint, "the token_endpoint of " + issuer), refreshToken, limit);
    String idToken = answer.path("id_token").asString("");
    if (idToken.isEmpty()) {
      throw new CredentialsException(
          issuer + " gave no id_token; was the scope openid asked for when the user logged in?");
    }
    return new Tokens(
        Authorization.requireToken(idToken, issuer), answer.path("refresh_token").asString(""));
  }

  /** With the client's name and secret where OAuth wants them, and then where some issuers do. */
  private JsonNode tokens(URI endpoint, String refreshToken, TimeLimit limit) {
    String form = "grant_type=refresh_token&refresh_token=" + encoded(refreshToken);
    try {
      Header client = Authorization.basic(encoded(clientId), encoded(clientSecret));
      return exchange("POST", endpoint, List.of(client), form, limit);
    } catch (RefusedException e) {
      String secret = clientSecret.isEmpty() ? "" : "&client_secret=" + encoded(clientSecret);
      return exchange(
          "POST", endpoint, List.of(), form + "&client_id=" + encoded(clientId) + secret, limit);
    }
  }

  private JsonNode exchange(
      String method, URI uri, List<Header> more, String form, TimeLimit limit) {
    List<Header> headers = new ArrayList<>(more);
    headers.add(new Header("Accept", "application/json"));
    if (!form.isEmpty()) {
      headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    }
    String target =
        (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    URI server = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    try (HttpClient http = HttpClient.create(ClientConfig.forServer(server).withTls(tls))) {
      HttpResponse response = http.send(new HttpRequest(method, target, headers, body, limit));
      byte[] answer = response.body().readAll(limit, MAX_ANSWER);
      if (!response.isSuccessful()) {
        throw refused(response.code(), answer);
      }
      return JSON.readTree(answer);
    } catch (JacksonException e) { // its message may repeat the answer
      throw new CredentialsException(issuer + " answered what is no JSON");
    } catch (IOException e) {
      throw new CredentialsException("cannot ask " + issuer + ": " + e.getMessage(), e);
    }
  }

  private CredentialsException refused(int code, byte[] answer) {
    String error = "";
    try {
      error = JSON.readTree(answer).path("error").asString("");
    } catch (JacksonException e) {
      // it says nothing more
    }
    String message =
        issuer + " answered " + code + (error.matches("[a-z_]{1,60}") ? " " + error : "");
    return code / 100 == 4 ? new RefusedException(message) : new CredentialsException(message);
  }

  private static URI address(String address, String what) {
    try {
      URI uri = new URI(address);
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      boolean here =
          "http".equalsIgnoreCase(uri.getScheme())
              && List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
      if ((secure || here) && uri.getRawAuthority() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new CredentialsException(what + " is no address that begins with https://");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * What the issuer gave.
   *
   * @param refreshToken the next refresh token, empty if the old one stays
   */
  record Tokens(String idToken, String refreshToken) {
    @Override
    public String toString() {
      return "Tokens";
    }
  }
}
