package dev.jop.runtime.cluster;

import io.fabric8.kubernetes.api.model.ContextBuilder;
import io.fabric8.kubernetes.api.model.NamedContextBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the kubeconfigs that need nothing special: an address, a certificate authority, and a
 * client certificate, token or password.
 *
 * <p>fabric8 reads them all, but loads every model there is to do so, which takes most of a second
 * of an operator's start. What is not plain, such as a credential plugin, is left to it.
 */
final class PlainKubeconfig {

  private static final Set<String> CLUSTER_FIELDS =
      Set.of(
          "server",
          "certificate-authority",
          "certificate-authority-data",
          "insecure-skip-tls-verify");
  private static final Set<String> USER_FIELDS =
      Set.of(
          "client-certificate",
          "client-certificate-data",
          "client-key",
          "client-key-data",
          "token",
          "username",
          "password");

  private final Path folder;

  private PlainKubeconfig(Path folder) {
    this.folder = folder;
  }

  /** The configuration that a file's current context says, or nothing if it is not a plain one. */
  static Optional<Config> read(Path file) {
    try {
      Load yaml = new Load(LoadSettings.builder().setLabel(file.toString()).build());
      Object root = yaml.loadFromString(Files.readString(file));
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has one");
      return new PlainKubeconfig(folder).config(root);
    } catch (IOException | YamlEngineException e) {
      return Optional.empty(); // fabric8 finds the words for it
    }
  }

  private Optional<Config> config(@Nullable Object root) {
    if (!(root instanceof Map<?, ?> kubeconfig)
        || !(kubeconfig.get("current-context") instanceof String current)) {
      return Optional.empty();
    }
    Map<?, ?> context = named(kubeconfig, "contexts", current, "context");
    Map<?, ?> cluster = named(kubeconfig, "clusters", text(context, "cluster"), "cluster");
    Map<?, ?> user = named(kubeconfig, "users", text(context, "user"), "user");
    if (context == null
        || cluster == null
        || user == null
        || text(cluster, "server") == null
        || !CLUSTER_FIELDS.containsAll(cluster.keySet())
        || !USER_FIELDS.containsAll(user.keySet())) {
      return Optional.empty();
    }
    boolean insecure = Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify"));
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(text(cluster, "server"))
            .withTrustCerts(insecure)
            .withDisableHostnameVerification(insecure)
            .withCaCertFile(path(cluster, "certificate-authority"))
            .withCaCertData(text(cluster, "certificate-authority-data"))
            .withClientCertFile(path(user, "client-certificate"))
            .withClientCertData(text(user, "client-certificate-data"))
            .withClientKeyFile(path(user, "client-key"))
            .withClientKeyData(text(user, "client-key-data"))
            .withUsername(text(user, "username"))
            .withPassword(text(user, "password"))
            .withNamespace(text(context, "namespace"))
            .build();
    config.setClientKeyAlgo(
        Config.getKeyAlgorithm(config.getClientKeyFile(), config.getClientKeyData()));
    config.setAutoOAuthToken(text(user, "token"));
    config.setCurrentContext(
        new NamedContextBuilder()
            .withName(current)
            .withContext(new ContextBuilder().withCluster(text(context, "cluster")).build())
            .build());
    return Optional.of(config);
  }

  /** The entry of a list of named things. */
  private static @Nullable Map<?, ?> named(
      Map<?, ?> kubeconfig, String list, @Nullable String name, String field) {
    if (name != null && kubeconfig.get(list) instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> candidate
            && name.equals(candidate.get("name"))
            && candidate.get(field) instanceof Map<?, ?> found) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Map<?, ?> map, String field) {
    Object value = map == null ? null : map.get(field);
    return value == null ? null : value.toString();
  }

  private @Nullable String path(Map<?, ?> map, String field) {
    String path = text(map, field);
    return path == null ? null : folder.resolve(path).toString();
  }
}
