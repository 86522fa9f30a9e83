package dev.jop.runtime.config;

import dev.jop.runtime.internal.yaml.YamlException;
import dev.jop.runtime.internal.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one or several kubeconfigs say, put together as kubectl does: of several entries with one
 * name, and of several current contexts, the first counts.
 *
 * @param sources the files
 * @param currentContext the name of the context that counts, empty if none is set
 */
record Kubeconfig(
    List<KubeconfigSource> sources,
    String currentContext,
    Map<String, KubeconfigContext> contexts,
    Map<String, KubeconfigCluster> clusters,
    Map<String, KubeconfigUser> users) {

  /**
   * Reads files and puts them together.
   *
   * @throws ConfigException if one of them cannot be read or is no kubeconfig
   */
  static Kubeconfig read(List<KubeconfigSource> sources) {
    String current = "";
    Map<String, KubeconfigContext> contexts = new LinkedHashMap<>();
    Map<String, KubeconfigCluster> clusters = new LinkedHashMap<>();
    Map<String, KubeconfigUser> users = new LinkedHashMap<>();
    for (KubeconfigSource source : sources) {
      Kubeconfig file = read(source, Fields.of(source, "a kubeconfig", document(source)));
      current = current.isEmpty() ? file.currentContext : current;
      file.contexts.forEach(contexts::putIfAbsent);
      file.clusters.forEach(clusters::putIfAbsent);
      file.users.forEach(users::putIfAbsent);
    }
    return new Kubeconfig(sources, current, contexts, clusters, users);
  }

  /** What one file says. */
  static Kubeconfig read(KubeconfigSource source, Fields fields) {
    requireIfThere(source, fields, "kind", "Config");
    requireIfThere(source, fields, "apiVersion", "v1");
    readPreferences(fields.fields("preferences", "preferences"));
    fields.extensions();
    Kubeconfig kubeconfig =
        new Kubeconfig(
            List.of(source),
            fields.text("current-context"),
            entries(source, fields, "contexts", "context", KubeconfigContext::read),
            entries(source, fields, "clusters", "cluster", KubeconfigCluster::read),
            entries(source, fields, "users", "user", KubeconfigUser::read));
    fields.warnOfOthers();
    return kubeconfig;
  }

  /** They say how to show things to a user; nothing asks for them any more. */
  static void readPreferences(Fields preferences) {
    preferences.flag("colors");
    preferences.extensions();
    preferences.warnOfOthers();
  }

  private static YamlNode document(KubeconfigSource source) {
    try {
      return YamlNode.read(source.read());
    } catch (YamlException e) {
      throw new ConfigException(source + ", " + e.getMessage(), e);
    }
  }

  private static void requireIfThere(
      KubeconfigSource source, Fields fields, String field, String wanted) {
    String found = fields.text(field);
    if (!found.isEmpty() && !found.equals(wanted)) {
      throw source.error(fields.line(), field + " of a kubeconfig must be " + wanted);
    }
  }

  private static <T> Map<String, T> entries(
      KubeconfigSource source, Fields fields, String list, String kind, Reading<T> reading) {
    Map<String, T> entries = new LinkedHashMap<>();
    for (Fields entry : fields.list(list, "an entry of " + list)) {
      String name = entry.text("name");
      String owner = kind + " \"" + name + "\"";
      T read = reading.read(source, name, entry.fields(kind, owner));
      entry.warnOfOthers();
      if (entries.put(name, read) != null) {
        throw source.error(entry.line(), owner + " is there for the second time");
      }
    }
    return entries;
  }

  /**
   * What a context comes to.
   *
   * @param name the context, empty for the current one
   * @throws ConfigException if it is not there, or what it names is not there or cannot be used
   */
  ClientConfig clientConfig(String name) {
    KubeconfigContext context = context(name);
    context.check();
    KubeconfigCluster cluster = clusters.get(context.cluster());
    if (cluster == null) {
      throw context.error("names the cluster \"" + context.cluster() + "\", which is not there");
    }
    KubeconfigUser user = users.get(context.user());
    if (user == null && !context.user().isEmpty()) {
      throw context.error("names the user \"" + context.user() + "\", which is not there");
    }
    ClientConfig anonymous =
        new ClientConfig(
            cluster.address(),
            new TlsConfig(
                cluster.authoritySource(),
                cluster.tlsServerName(),
                cluster.insecure(),
                PemSource.NONE,
                PemSource.NONE),
            new Credentials.Anonymous(),
            Impersonation.none(),
            cluster.proxy(),
            !cluster.disableCompression(),
            ClientConfig.DEFAULT_TIMEOUT,
            context.namespace());
    return user == null ? anonymous : as(user, anonymous, cluster.execConfig());
  }

  private static ClientConfig as(KubeconfigUser user, ClientConfig config, String execConfig) {
    TlsConfig tls = config.tls();
    return new ClientConfig(
        config.server(),
        new TlsConfig(
            tls.authority(),
            tls.serverName(),
            tls.insecure(),
            user.certificateSource(),
            user.keySource()),
        user.credentials(execConfig),
        user.checkedImpersonation(),
        config.proxy(),
        config.compression(),
        config.timeout(),
        config.namespace());
  }

  private KubeconfigContext context(String name) {
    if (contexts.isEmpty() && clusters.isEmpty() && users.isEmpty()) {
      throw new ConfigException(this + " is empty");
    }
    String wanted = name.isEmpty() ? currentContext : name;
    if (wanted.isEmpty()) {
      throw new ConfigException(this + " has no current context; name one of its contexts");
    }
    KubeconfigContext context = contexts.get(wanted);
    if (context == null) {
      throw new ConfigException(this + " has no context \"" + wanted + "\"");
    }
    return context;
  }

  @Override
  public String toString() {
    return sources.stream().map(KubeconfigSource::toString).collect(Collectors.joining(", "));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(KubeconfigSource source, String name, Fields fields);
  }
}
