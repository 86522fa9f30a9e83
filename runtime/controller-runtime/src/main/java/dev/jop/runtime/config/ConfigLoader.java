package dev.jop.runtime.config;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how to reach the API server, in the order of controller-runtime: a kubeconfig that is
 * named by a flag, those of the variable {@code KUBECONFIG}, the service account of the Pod that
 * this is, and {@code ~/.kube/config}.
 *
 * <p>The first that is there decides: if it is of no use that is an error, and no other is tried.
 */
public final class ConfigLoader {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigLoader.class);
  private static final Path SERVICE_ACCOUNT =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private final Map<String, String> environment;
  private final Path home;
  private final Path serviceAccount;

  ConfigLoader(Map<String, String> environment, Path home, Path serviceAccount) {
    this.environment = environment;
    this.home = home;
    this.serviceAccount = serviceAccount;
  }

  /** The configuration that this process finds without being told any. */
  public static ClientConfig load() {
    return load("");
  }

  /**
   * The configuration that this process finds.
   *
   * @param kubeconfig the file that the user named, empty for none
   * @throws ConfigException if there is none, or the one that counts cannot be used
   */
  public static ClientConfig load(String kubeconfig) {
    return load(kubeconfig, "");
  }

  /**
   * The configuration that this process finds.
   *
   * @param kubeconfig the file that the user named, empty for none
   * @param context the context of the kubeconfig that counts, empty for its current one; a Pod's
   *     service account has none
   * @throws ConfigException if there is none, or the one that counts cannot be used
   */
  public static ClientConfig load(String kubeconfig, String context) {
    Map<String, String> environment = System.getenv();
    String home = environment.getOrDefault("HOME", "");
    return new ConfigLoader(
            environment,
            Path.of(home.isEmpty() ? System.getProperty("user.home", "/") : home),
            SERVICE_ACCOUNT)
        .find(kubeconfig, context);
  }

  ClientConfig find(String kubeconfig, String context) {
    if (!kubeconfig.isEmpty()) {
      return read(List.of(new KubeconfigSource(Path.of(kubeconfig), "--kubeconfig")), context);
    }
    String variable = environment.getOrDefault("KUBECONFIG", "");
    if (!variable.isEmpty()) {
      return read(sources(variable), context);
    }
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
    if (!host.isEmpty() && !port.isEmpty() && Files.exists(serviceAccount.resolve("token"))) {
      return inCluster(host, port);
    }
    Path atHome = home.resolve(".kube").resolve("config");
    if (Files.exists(atHome)) {
      return read(List.of(new KubeconfigSource(atHome, "the home folder")), context);
    }
    throw new ConfigException(
        "no API server is configured: name a kubeconfig with --kubeconfig or in KUBECONFIG; there is"
            + " none at "
            + atHome
            + ", and this is no Pod with a service account");
  }

  private static ClientConfig read(List<KubeconfigSource> sources, String context) {
    return Kubeconfig.read(sources).clientConfig(context);
  }

  /** The files of the variable that are there, each once. */
  private static List<KubeconfigSource> sources(String variable) {
    List<KubeconfigSource> sources = new ArrayList<>();
    for (String name : new LinkedHashSet<>(List.of(variable.split(File.pathSeparator, -1)))) {
      if (!name.isEmpty() && !Files.notExists(Path.of(name))) {
        sources.add(new KubeconfigSource(Path.of(name), "KUBECONFIG"));
      }
    }
    if (sources.isEmpty()) {
      throw new ConfigException("KUBECONFIG names no file that is there: " + variable);
    }
    return sources;
  }

  private ClientConfig inCluster(String host, String port) {
    URI server;
    try {
      String bracketed = host.contains(":") ? "[" + host + "]" : host;
      server = Addresses.server("https://" + bracketed + ":" + port);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT make an address that "
              + e.getMessage(),
          e);
    }
    TlsConfig tls = TlsConfig.defaults();
    return ClientConfig.forServer(server)
        .withTls(new TlsConfig(authority(), tls.serverName(), false, tls.certificate(), tls.key()))
        .withCredentials(new Credentials.TokenFile(serviceAccount.resolve("token")))
        .withNamespace(namespace());
  }

  private PemSource authority() {
    Path file = serviceAccount.resolve("ca.crt");
    if (Files.isReadable(file)) {
      return new PemSource.File(file);
    }
    LOG.warn("{} cannot be read, so the JVM's authorities are trusted", file);
    return PemSource.NONE;
  }

  private String namespace() {
    String variable = environment.getOrDefault("POD_NAMESPACE", "");
    if (!variable.isEmpty()) {
      return variable;
    }
    Path file = serviceAccount.resolve("namespace");
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new ConfigException("the Pod's namespace cannot be read: " + e.getMessage(), e);
    }
  }
}
