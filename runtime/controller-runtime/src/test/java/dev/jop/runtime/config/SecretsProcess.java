package dev.jop.runtime.config;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.RecordingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;

/**
 * Uses kubeconfigs with a secret in every field that may hold one, for a process of its own that
 * logs everything: each with a server that answers, that refuses and that fails, and in a file that
 * is broken behind it. All that it is told goes to the standard output.
 */
final class SecretsProcess {

  static final String SECRET = "s3cret-of-mine";

  /** A plugin that gives a token, one that gives it away, and one that talks in another format. */
  private static final List<String> PLUGINS =
      List.of(
          "echo '{\"kind\": \"ExecCredential\", \"apiVersion\": \"client.authentication.k8s.io/v1\","
              + " \"status\": {\"token\": \"SECRET\"}}'",
          "echo SECRET; exit 1",
          "echo 'token: SECRET'",
          "echo '{\"SECRET'");

  private final Path folder;
  private final RecordingServer server;
  private final Authority authority;

  private SecretsProcess(Path folder, RecordingServer server, Authority authority) {
    this.folder = folder;
    this.server = server;
    this.authority = authority;
  }

  /** Works in the folder that the only argument names. */
  public static void main(String[] arguments) throws Exception {
    Authority authority = Authority.root("secrets");
    try (RecordingServer server = RecordingServer.tls(authority, SecretsProcess::answer)) {
      new SecretsProcess(Path.of(arguments[0]), server, authority).run();
    }
    System.out.println("all was tried");
    System.exit(0);
  }

  private static String answer(RecordingServer.Seen seen) {
    return switch (seen.path()) {
      case "/issuer/.well-known/openid-configuration" ->
          RecordingServer.json(200, "{\"token_endpoint\": \"https://localhost:1/" + SECRET + "\"}");
      case "/200/version" -> RecordingServer.json(200, "{}");
      case "/401/version" -> RecordingServer.json(401, "{\"kind\": \"Status\"}");
      default -> "HTTP/1.1 2 nonsense";
    };
  }

  private void run() throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    String certificate = base64(Authority.pem(authority.sign("me", keys)));
    String marked =
        "-----BEGIN PRIVATE KEY-----\n" + base64(SECRET) + "\n-----END PRIVATE KEY-----\n";
    Files.writeString(folder.resolve("token"), SECRET);
    Files.writeString(folder.resolve("lines"), SECRET + "\n" + SECRET);
    Files.writeString(folder.resolve("key"), marked);
    Files.writeString(folder.resolve("certificate"), Authority.pem(authority.sign("me", keys)));
    List<String> users =
        List.of(
            "token: SECRET",
            "token: [SECRET]",
            "token: \"SECRET\\nSECRET\"",
            "tokenFile: token",
            "tokenFile: lines",
            "username: me, password: SECRET",
            "token: SECRET, username: me, password: SECRET",
            "password: SECRET",
            "client-certificate-data: " + certificate + ", client-key-data: " + base64(marked),
            "client-certificate-data: " + base64(marked) + ", client-key-data: " + base64(marked),
            "client-certificate: certificate, client-key: key",
            "client-certificate: certificate, client-key: token",
            "client-certificate-data: SECRET, client-key-data: SECRET",
            "as: ann, token: SECRET, exec: {command: x}",
            "auth-provider: {name: oidc, config: {client-id: c, refresh-token: r,"
                + " idp-issuer-url: 'https://u:SECRET@localhost'}}",
            oidc("id-token: SECRET"),
            oidc("id-token: e30." + base64("{\"exp\": 4102444800}") + ".SECRET"),
            oidc("id-token: e30.e30.SECRET, refresh-token: SECRET, client-secret: SECRET"));
    for (String user : users) {
      use(user);
    }
    for (int i = 0; i < PLUGINS.size(); i++) {
      Path plugin = folder.resolve("plugin" + i);
      Files.writeString(plugin, "#!/bin/sh\n" + PLUGINS.get(i).replace("SECRET", SECRET) + "\n");
      if (!plugin.toFile().setExecutable(true)) {
        throw new IOException("cannot make a plugin");
      }
      use(exec(plugin.toString()));
    }
    use(exec("no-such-plugin"));
    use(exec("/"));
    KubeconfigSource source = new KubeconfigSource(folder.resolve("kubeconfig"), "test");
    String proxy = "http://u:" + SECRET + "@proxy";
    System.out.println(
        new KubeconfigCluster("k", source, 1, "", "", false, "", "", proxy, false, SECRET));
    use(ClientConfig.forServer(URI.create("ftp://u:" + SECRET + "@localhost")));
    use(ClientConfig.forServer(URI.create("https://u:" + SECRET + "@localhost")));
  }

  private String oidc(String fields) {
    return "auth-provider: {name: oidc, config: {idp-issuer-url: '%s/issuer', client-id: c,"
            .formatted(server.url())
        + " idp-certificate-authority-data: AUTHORITY, "
        + fields
        + "}}";
  }

  private static String exec(String command) {
    return "exec: {apiVersion: client.authentication.k8s.io/v1, command: '%s', interactiveMode: Never,"
            .formatted(command)
        + " args: [SECRET], env: [{name: X, value: SECRET}]}";
  }

  private void use(String user) throws Exception {
    for (String path : List.of("200", "401", "nonsense")) {
      use(user, server.url() + "/" + path, "", "");
    }
    use(user, "https://u:SECRET@localhost", "", "");
    use(user, "https://localhost/?SECRET", "", "");
    use(user, server.url(), ", proxy-url: 'http://u:SECRET@127.0.0.1:1'", "");
    use(user, server.url(), ", proxy-url: 'http://u:%SECRET@127.0.0.1:1'", "");
    use(user, server.url(), ", proxy-url: 'ftp://u:SECRET@127.0.0.1:1'", "");
    for (String broken :
        List.of("]", "SECRET", "*SECRET", "!SECRET!a", "\"SECRET", "a: b: SECRET")) {
      use(user, server.url(), "", broken);
    }
  }

  private void use(String user, String url, String more, String broken) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            current-context: c
            contexts: [{name: c, context: {cluster: k, user: u}}]
            clusters: [{name: k, cluster: {server: '%s', certificate-authority-data: AUTHORITY%s}}]
            users: [{name: u, user: {%s}}]
            %s
            """
                .formatted(url, more, user, broken)
                .replace("SECRET", SECRET)
                .replace("AUTHORITY", base64(authority.pem())));
    try {
      use(ConfigLoader.load(file.toString()));
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
    }
  }

  private static void use(ClientConfig config) throws Exception {
    try {
      System.out.println(config);
      System.out.println(config.tls());
      System.out.println(config.credentials() + " " + config.impersonation());
      try (RestClient client = RestClient.create(config)) {
        client.get(ApiPath.of("version"), "get the version");
      }
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
