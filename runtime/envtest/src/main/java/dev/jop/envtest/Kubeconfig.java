package dev.jop.envtest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes kubeconfig files with one cluster, one user and one context. */
final class Kubeconfig {
  private Kubeconfig() {}

  static String yaml(URI server, String authorityPem, String user, Identity identity) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: jop-envtest
          cluster:
            server: %s
            certificate-authority-data: %s
        users:
        - name: %s
          user:
            client-certificate-data: %s
            client-key-data: %s
        contexts:
        - name: jop-envtest
          context:
            cluster: jop-envtest
            user: %s
            namespace: default
        current-context: jop-envtest
        """
        .formatted(
            server,
            base64(authorityPem),
            quoted(user),
            base64(identity.certificatePem()),
            base64(identity.keyPem()),
            quoted(user));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
