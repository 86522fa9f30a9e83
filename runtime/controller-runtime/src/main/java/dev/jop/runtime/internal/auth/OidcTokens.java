package dev.jop.runtime.internal.auth;

import dev.jop.runtime.config.AuthProviderStore;
import dev.jop.runtime.config.Credentials;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Id tokens of OpenID Connect, refreshed ten seconds before they expire, as kubectl does.
 *
 * <p>An issuer may take a refresh token once and give another, so there is one refresh at a time:
 * all clients of a process for the same user share one of these. What is refreshed is written to
 * the kubeconfig; if that cannot be done it is kept in memory and said. Before a refresh, and after
 * one that failed, the kubeconfig is read again, since kubectl may have done it meanwhile.
 */
final class OidcTokens implements TokenSource {

  private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);
  private static final Duration LEEWAY = Duration.ofSeconds(10);

  /** A token that is younger is not refreshed when it is refused: it would not help. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final Map<Credentials.Oidc, WeakReference<OidcTokens>> SHARED = new HashMap<>();

  private final Optional<AuthProviderStore> store;
  private final InstantSource clock;
  private final Renewed<String> idToken;
  private volatile Map<String, String> config;
  private volatile String refused = "";
  private volatile Instant refreshedAt = Instant.MIN;
  private boolean warned;

  OidcTokens(Credentials.Oidc credentials, InstantSource clock) {
    this.config = credentials.config();
    this.store = credentials.kubeconfig();
    this.clock = clock;
    idToken = new Renewed<>("oidc-refresh", this::next, token -> expiresLater(token));
  }

  /**
   * Those that all clients share which are for the same user: of a kubeconfig, whatever its tokens
   * are by now. Without a kubeconfig, nothing but the tokens that it began with tells users apart.
   */
  static OidcTokens of(Credentials.Oidc credentials) {
    Credentials.Oidc user = user(credentials);
    synchronized (SHARED) {
      SHARED.values().removeIf(reference -> reference.get() == null);
      WeakReference<OidcTokens> reference = SHARED.get(user);
      OidcTokens shared = reference == null ? null : reference.get();
      if (shared == null) {
        shared = new OidcTokens(credentials, InstantSource.system());
        SHARED.put(user, new WeakReference<>(shared));
      }
      return shared;
    }
  }

  private static Credentials.Oidc user(Credentials.Oidc credentials) {
    if (credentials.kubeconfig().isEmpty()) {
      return credentials;
    }
    Map<String, String> lasting = new HashMap<>(credentials.config());
    lasting.remove("id-token");
    lasting.remove("refresh-token");
    return new Credentials.Oidc(lasting, credentials.kubeconfig());
  }

  @Override
  public String token() {
    return idToken.get();
  }

  @Override
  public boolean rejected(String token) {
    String last = idToken.last();
    if (last == null || !last.equals(token)) {
      return true;
    }
    if (field("refresh-token").isEmpty() || clock.instant().isBefore(refreshedAt.plus(FRESH))) {
      return false;
    }
    refused = token;
    idToken.forget(last);
    return true;
  }

  /**
   * The next token: the one that is known, or that somebody has written, or the issuer's. Runs in
   * one thread at a time.
   */
  private String next() {
    if (isUsable(field("id-token"))) {
      return field("id-token");
    }
    String known = field("refresh-token");
    if (readAgain() && isUsable(field("id-token"))) {
      return field("id-token");
    }
    if (field("refresh-token").isEmpty()) {
      if (!field("id-token").isEmpty()) {
        IdToken.expiry(field("id-token")); // says so if it cannot be read
      }
      throw new CredentialsException(
          "the id-token of OpenID Connect has expired, and there is no refresh-token; log in again");
    }
    try {
      return refresh();
    } catch (RefusedException e) {
      if (readAgain() && isUsable(field("id-token")) && !field("refresh-token").equals(known)) {
        return field("id-token");
      }
      throw e;
    }
  }

  /**
   * Gets the issuer's. A refresh token is kept even if the id token that came with it is of no use:
   * the one before is spent.
   */
  private String refresh() {
    OidcIssuer.Tokens tokens = new OidcIssuer(config).refresh(field("refresh-token"));
    boolean readable = IdToken.isReadable(tokens.idToken());
    Map<String, String> changes = new HashMap<>();
    if (readable) {
      changes.put("id-token", tokens.idToken());
    }
    if (!tokens.refreshToken().isEmpty()) {
      changes.put("refresh-token", tokens.refreshToken());
    }
    Map<String, String> changed = new HashMap<>(config);
    changed.putAll(changes);
    config = changed;
    refreshedAt = clock.instant();
    if (store.isPresent() && !changes.isEmpty()) {
      write(store.get(), changes);
    }
    if (!readable) {
      throw new CredentialsException(
          "the issuer of OpenID Connect gave an id_token that is no JWT");
    }
    return tokens.idToken();
  }

  private void write(AuthProviderStore file, Map<String, String> changes) {
    try {
      file.write(changes);
    } catch (IOException e) {
      if (!warned) {
        LOG.warn(
            "refreshed tokens of OpenID Connect are kept in memory only, since they cannot be"
                + " written to {}: {}",
            file.kubeconfig(),
            e.toString());
        warned = true;
      }
    }
  }

  /** Takes what the kubeconfig says now, unless the tokens in memory could not be written to it. */
  private boolean readAgain() {
    if (store.isEmpty() || warned) {
      return false;
    }
    try {
      Map<String, String> now = store.get().read();
      Map<String, String> changed = new HashMap<>(config);
      for (String field : new String[] {"id-token", "refresh-token"}) {
        if (!now.getOrDefault(field, "").isEmpty()) {
          changed.put(field, now.get(field));
        }
      }
      config = changed;
      return true;
    } catch (IOException e) {
      LOG.debug("{} cannot be read again: {}", store.get().kubeconfig(), e.toString());
      return false;
    }
  }

  private boolean isUsable(String token) {
    return !token.isEmpty() && !token.equals(refused) && expiresLater(token);
  }

  private boolean expiresLater(String token) {
    return IdToken.isReadable(token)
        && clock.instant().plus(LEEWAY).isBefore(IdToken.expiry(token));
  }

  private String field(String name) {
    return config.getOrDefault(name, "");
  }
}
