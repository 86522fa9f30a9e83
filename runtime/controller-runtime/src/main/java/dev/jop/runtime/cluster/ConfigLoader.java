package dev.jop.runtime.cluster;

import dev.jop.runtime.config.ConfigException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds out how to reach the API server, in the order of controller-runtime: a kubeconfig that is
 * named by a flag, those of the variable {@code KUBECONFIG}, the service account of the pod that
 * this is, and {@code ~/.kube/config}.
 *
 * <p>The first that is there decides: if it is of no use that is an error, and no other is tried.
 */
public final class ConfigLoader {

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
  public static Config load() {
    return load("");
  }

  /**
   * The configuration that this process finds.
   *
   * @param kubeconfig the file that the user named, empty for none
   * @throws ConfigException if there is none, or the one that counts cannot be used
   */
  public static Config load(String kubeconfig) {
    return new ConfigLoader(
            System.getenv(), Path.of(System.getProperty("user.home", "/")), SERVICE_ACCOUNT)
        .find(kubeconfig);
  }

  Config find(String kubeconfig) {
    if (!kubeconfig.isEmpty()) {
      return read(List.of(new File(kubeconfig)), "--kubeconfig");
    }
    String variable = environment.getOrDefault("KUBECONFIG", "");
    if (!variable.isEmpty()) {
      return read(files(variable), "KUBECONFIG");
    }
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    if (!host.isEmpty() && Files.exists(serviceAccount.resolve("token"))) {
      return inCluster(host, environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443"));
    }
    File atHome = home.resolve(".kube").resolve("config").toFile();
    if (atHome.exists()) {
      return read(List.of(atHome), "the home folder");
    }
    throw new ConfigException(
        "no API server is configured: name a kubeconfig with --kubeconfig or in KUBECONFIG; there is"
            + " none at "
            + atHome
            + ", and this is no pod with a service account");
  }

  private static List<File> files(String variable) {
    List<File> files = new ArrayList<>();
    for (String name : variable.split(File.pathSeparator, -1)) {
      if (new File(name).isFile()) {
        files.add(new File(name));
      }
    }
    if (files.isEmpty()) {
      throw new ConfigException("KUBECONFIG names no file that is there: " + variable);
    }
    return files;
  }

  private static Config read(List<File> files, String source) {
    String name = files.get(0) + " (from " + source + ")";
    if (!files.get(0).isFile()) {
      throw new ConfigException("there is no kubeconfig " + name);
    }
    Config config = files.size() == 1 ? parse(files.get(0), name) : Config.autoConfigure(null);
    if (config.getCurrentContext() == null) {
      throw new ConfigException("kubeconfig " + name + " has no current context that it knows");
    }
    if (config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)) {
      throw new ConfigException("kubeconfig " + name + " knows no cluster for its current context");
    }
    return config;
  }

  private static Config parse(File file, String name) {
    try {
      return PlainKubeconfig.read(file.toPath()).orElseGet(() -> Config.fromKubeconfig(file));
    } catch (RuntimeException e) { // the parser throws what it likes
      throw new ConfigException("kubeconfig " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Config inCluster(String host, String port) {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("https://" + bracketed + ":" + port)
        .withCaCertFile(serviceAccount.resolve("ca.crt").toString())
        .withOauthTokenProvider(new TokenFile(serviceAccount.resolve("token"), System::nanoTime))
        .build();
  }
}
