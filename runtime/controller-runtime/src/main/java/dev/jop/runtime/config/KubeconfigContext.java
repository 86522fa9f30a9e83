package dev.jop.runtime.config;

import java.util.regex.Pattern;

/**
 * A context of a kubeconfig: a cluster, and who one is there.
 *
 * @param source the file that it is from
 * @param line the line that it begins in
 */
record KubeconfigContext(
    String name, KubeconfigSource source, int line, String cluster, String user, String namespace) {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  static KubeconfigContext read(KubeconfigSource source, String name, Fields fields) {
    KubeconfigContext context =
        new KubeconfigContext(
            name,
            source,
            fields.line(),
            fields.text("cluster"),
            fields.text("user"),
            fields.text("namespace"));
    fields.extensions();
    fields.warnOfOthers();
    return context;
  }

  void check() {
    if (!namespace.isEmpty() && !LABEL.matcher(namespace).matches()) {
      throw error("has a namespace that no namespace can be called");
    }
  }

  ConfigException error(String problem) {
    return source.error(line, "context \"" + name + "\" " + problem);
  }
}
