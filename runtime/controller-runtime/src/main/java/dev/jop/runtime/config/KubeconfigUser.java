package dev.jop.runtime.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user of a kubeconfig: how to say who asks. No text form shows a secret.
 *
 * @param source the file that it is from
 * @param line the line that it begins in
 */
record KubeconfigUser(
    String name,
    KubeconfigSource source,
    int line,
    String certificate,
    String certificateData,
    String key,
    String keyData,
    String token,
    String tokenFile,
    Impersonation impersonation,
    String username,
    String password,
    Optional<AuthProvider> authProvider,
    Optional<ExecPlugin> exec) {

  static KubeconfigUser read(KubeconfigSource source, String name, Fields fields) {
    String owner = "user \"" + name + "\"";
    KubeconfigUser user =
        new KubeconfigUser(
            name,
            source,
            fields.line(),
            fields.text("client-certificate"),
            fields.base64("client-certificate-data"),
            fields.text("client-key"),
            fields.base64("client-key-data"),
            fields.headerText("token"),
            fields.text("tokenFile"),
            new Impersonation(
                fields.headerText("as"),
                fields.headerText("as-uid"),
                fields.headerTexts("as-groups"),
                fields.textLists("as-user-extra")),
            fields.text("username"),
            fields.text("password"),
            fields.has("auth-provider")
                ? Optional.of(
                    AuthProvider.read(fields.fields("auth-provider", "auth-provider of " + owner)))
                : Optional.empty(),
            fields.has("exec")
                ? Optional.of(ExecPlugin.read(fields.fields("exec", "exec of " + owner)))
                : Optional.empty());
    fields.extensions();
    fields.warnOfOthers();
    return user;
  }

  Impersonation checkedImpersonation() {
    if (impersonation.user().isEmpty()
        && !(impersonation.uid().isEmpty()
            && impersonation.groups().isEmpty()
            && impersonation.extra().isEmpty())) {
      throw error("has as-uid, as-groups or as-user-extra, but does not say as whom (as)");
    }
    return impersonation;
  }

  PemSource certificateSource() {
    boolean hasKey = !key.isEmpty() || !keyData.isEmpty();
    if (hasCertificate() && !hasKey) {
      throw error("has a client-certificate without its client-key");
    }
    if (hasKey && !hasCertificate()) {
      throw error("has a client-key without its client-certificate");
    }
    return pem("client-certificate", certificate, certificateData);
  }

  PemSource keySource() {
    return pem("client-key", key, keyData);
  }

  private boolean hasCertificate() {
    return !certificate.isEmpty() || !certificateData.isEmpty();
  }

  private PemSource pem(String field, String file, String data) {
    if (!file.isEmpty() && !data.isEmpty()) {
      throw error("has " + field + " and " + field + "-data; remove one");
    }
    if (!data.isEmpty()) {
      return new PemSource.Data(data, field + "-data of user \"" + name + "\"");
    }
    return file.isEmpty() ? PemSource.NONE : new PemSource.File(readable(field, file));
  }

  private Path readable(String field, String file) {
    Path path = source.resolve(file);
    if (!Files.isReadable(path)) {
      throw error("has the " + field + " " + path + ", which cannot be read");
    }
    return path;
  }

  /**
   * How to say who asks, besides a client certificate.
   *
   * <p>A token or a password is used rather than a plugin, and a client certificate rather than a
   * credential plugin, as kubectl does; here it is said in the log.
   *
   * @param execConfig what the cluster says to credential plugins
   */
  Credentials credentials(String execConfig) {
    boolean hasToken = !token.isEmpty() || !tokenFile.isEmpty();
    boolean hasPassword = !username.isEmpty() || !password.isEmpty();
    checkMethods(hasToken, hasPassword);
    Optional<Credentials> plugin = plugin(execConfig);
    if (hasToken || hasPassword) {
      plugin.ifPresent(unused -> warnOf(hasToken ? "token" : "password"));
      return hasPassword ? new Credentials.Basic(username, password) : bearer();
    }
    if (plugin.isPresent() && exec.isPresent() && hasCertificate()) {
      warnOf("client-certificate");
      return new Credentials.Anonymous();
    }
    return plugin.orElseGet(Credentials.Anonymous::new);
  }

  private void checkMethods(boolean hasToken, boolean hasPassword) {
    List<String> methods = new ArrayList<>();
    if (hasToken) {
      methods.add(token.isEmpty() ? "tokenFile" : "token");
    }
    if (hasPassword) {
      methods.add("username");
    }
    if (methods.size() > 1) {
      throw error("has " + String.join(" and ", methods) + "; only one of them can be used");
    }
    if (hasPassword && username.isEmpty()) {
      throw error("has a password without a username");
    }
    if (exec.isPresent() && authProvider.isPresent()) {
      throw error("has exec and auth-provider; only one of them can be used");
    }
  }

  private Credentials bearer() {
    if (tokenFile.isEmpty()) {
      return new Credentials.Token(token);
    }
    Path path = source.resolve(tokenFile);
    if (token.isEmpty() && !Files.isReadable(path)) {
      throw error("has the tokenFile " + path + ", which cannot be read");
    }
    return new Credentials.TokenFile(path, token);
  }

  private Optional<Credentials> plugin(String execConfig) {
    try {
      if (authProvider.isPresent()) {
        return Optional.of(authProvider.get().credentials(Optional.of(source), this.name));
      }
      return exec.isPresent()
          ? Optional.of(exec.get().credentials(source, execConfig))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private void warnOf(String method) {
    source.warn(
        line,
        (exec.isPresent() ? "exec" : "auth-provider")
            + " of user \""
            + name
            + "\" is not used, but its "
            + method);
  }

  private ConfigException error(String problem) {
    return source.error(line, "user \"" + name + "\" " + problem);
  }

  @Override
  public String toString() {
    return "user \"" + name + "\"";
  }

  /**
   * What a user says of a plugin that was once part of kubectl.
   *
   * @param config what it says to it
   */
  record AuthProvider(String name, Map<String, String> config) {

    static AuthProvider read(Fields fields) {
      AuthProvider provider = new AuthProvider(fields.text("name"), fields.textMap("config"));
      fields.warnOfOthers();
      return provider;
    }

    /**
     * What it comes to.
     *
     * @param source the kubeconfig that it is from
     * @param user the user there
     * @throws IllegalArgumentException if it is of no use; the message goes on a sentence
     */
    Credentials credentials(Optional<KubeconfigSource> source, String user) {
      if (!name.equals("oidc")) {
        throw new IllegalArgumentException(
            "has the auth-provider \"" + name + "\", and only oidc is there; use an exec plugin");
      }
      for (String field : List.of("idp-issuer-url", "client-id")) {
        if (config.getOrDefault(field, "").isEmpty()) {
          throw new IllegalArgumentException("has an auth-provider oidc without " + field);
        }
      }
      Map<String, String> resolved = new HashMap<>(config);
      String authority = config.getOrDefault("idp-certificate-authority", "");
      if (source.isPresent() && !authority.isEmpty()) {
        resolved.put("idp-certificate-authority", source.get().resolve(authority).toString());
      }
      return new Credentials.Oidc(
          resolved, source.map(file -> new AuthProviderStore(file.path(), user)));
    }

    @Override
    public String toString() {
      return "auth-provider " + name;
    }
  }
}
