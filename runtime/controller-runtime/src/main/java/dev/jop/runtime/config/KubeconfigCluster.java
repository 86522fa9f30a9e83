package dev.jop.runtime.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cluster of a kubeconfig: where the API server is, and whom to trust.
 *
 * @param source the file that it is from
 * @param line the line that it begins in
 * @param execConfig what it says to credential plugins, as JSON; empty for nothing
 */
record KubeconfigCluster(
    String name,
    KubeconfigSource source,
    int line,
    String server,
    String tlsServerName,
    boolean insecure,
    String authority,
    String authorityData,
    String proxyUrl,
    boolean disableCompression,
    String execConfig) {

  private static final String EXEC_EXTENSION = "client.authentication.k8s.io/exec";

  static KubeconfigCluster read(KubeconfigSource source, String name, Fields fields) {
    KubeconfigCluster cluster =
        new KubeconfigCluster(
            name,
            source,
            fields.line(),
            fields.text("server"),
            fields.text("tls-server-name"),
            fields.flag("insecure-skip-tls-verify"),
            fields.text("certificate-authority"),
            fields.base64("certificate-authority-data"),
            fields.text("proxy-url"),
            fields.flag("disable-compression"),
            fields.extensions().getOrDefault(EXEC_EXTENSION, ""));
    fields.warnOfOthers();
    return cluster;
  }

  URI address() {
    if (server.isEmpty()) {
      throw error("has no server");
    }
    try {
      return Addresses.server(server);
    } catch (IllegalArgumentException e) {
      throw error("has a server that " + e.getMessage());
    }
  }

  Optional<URI> proxy() {
    try {
      return proxyUrl.isEmpty() ? Optional.empty() : Optional.of(Addresses.proxy(proxyUrl));
    } catch (IllegalArgumentException e) {
      throw error("has a proxy-url that " + e.getMessage());
    }
  }

  PemSource authoritySource() {
    if (!authority.isEmpty() && !authorityData.isEmpty()) {
      throw error("has certificate-authority and certificate-authority-data; remove one");
    }
    if (insecure && !(authority.isEmpty() && authorityData.isEmpty())) {
      throw error("has insecure-skip-tls-verify beside a certificate-authority; remove one");
    }
    if (!authorityData.isEmpty()) {
      return new PemSource.Data(
          authorityData, "certificate-authority-data of cluster \"" + name + "\"");
    }
    if (authority.isEmpty()) {
      return PemSource.NONE;
    }
    Path path = source.resolve(authority);
    if (!Files.isReadable(path)) {
      throw error("has the certificate-authority " + path + ", which cannot be read");
    }
    return new PemSource.File(path);
  }

  private ConfigException error(String problem) {
    return source.error(line, this + " " + problem);
  }

  /** Without the proxy's password and what plugins are told. */
  @Override
  public String toString() {
    return "cluster \"" + name + "\"";
  }
}
