package dev.jop.envtest;

import dev.jop.envtest.assets.Binaries;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command lines of both servers.
 *
 * @param folder the work folder
 */
record CommandLines(
    Binaries binaries, Path folder, int etcdPort, int etcdPeerPort, int apiServerPort) {

  URI etcdAddress() {
    return URI.create("http://127.0.0.1:" + etcdPort);
  }

  URI apiServerAddress() {
    return URI.create("https://127.0.0.1:" + apiServerPort);
  }

  List<String> etcd(Flags changes) {
    Map<String, String> flags = new LinkedHashMap<>();
    String peer = "http://127.0.0.1:" + etcdPeerPort;
    flags.put("name", "default");
    flags.put("data-dir", folder.resolve("etcd").toString());
    flags.put("listen-client-urls", etcdAddress().toString());
    flags.put("advertise-client-urls", etcdAddress().toString());
    flags.put("listen-peer-urls", peer);
    flags.put("initial-advertise-peer-urls", peer);
    flags.put("initial-cluster", "default=" + peer);
    flags.put("unsafe-no-fsync", "true");
    return line(binaries.etcd(), changes.render(flags));
  }

  List<String> apiServer(Flags changes, Map<String, String> more) {
    Certificates certificates = new Certificates(folder);
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("etcd-servers", etcdAddress().toString());
    flags.put("bind-address", "127.0.0.1");
    flags.put(
        "advertise-address", "127.0.0.1"); // Without it a machine with no route to anywhere fails.
    flags.put("endpoint-reconciler-type", "none"); // It refuses to publish a loopback address.

    flags.put("secure-port", Integer.toString(apiServerPort));
    flags.put("tls-cert-file", certificates.serverCertificate().toString());
    flags.put("tls-private-key-file", certificates.serverKey().toString());
    flags.put("client-ca-file", certificates.authorityCertificate().toString());
    flags.put("authorization-mode", "RBAC");
    flags.put("service-account-issuer", apiServerAddress() + "/");
    flags.put("service-account-key-file", certificates.serviceAccountKey().toString());
    flags.put("service-account-signing-key-file", certificates.serviceAccountKey().toString());
    flags.put("disable-admission-plugins", "ServiceAccount");
    flags.put("service-cluster-ip-range", "10.0.0.0/24");
    flags.put("allow-privileged", "true");
    flags.putAll(more);
    return line(binaries.kubeApiServer(), changes.render(flags));
  }

  private static List<String> line(Path program, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of(program.toAbsolutePath().toString()));
    line.addAll(arguments);
    return line;
  }
}
