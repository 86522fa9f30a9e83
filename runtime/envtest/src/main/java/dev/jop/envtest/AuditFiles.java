package dev.jop.envtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an API server reads what to log of requests, and where it logs them.
 *
 * @param folder the work folder
 */
record AuditFiles(Path folder) {
  /** All requests with who, what and whether it was allowed, but without bodies. */
  private static final String POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages:
      - RequestReceived
      rules:
      - level: Metadata
      """;

  private static final String MEGABYTES_IN_ONE_FILE = "10240";

  Path log() {
    return folder.resolve("audit.log");
  }

  void write() throws IOException {
    Files.writeString(policy(), POLICY);
  }

  Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("audit-policy-file", policy().toString());
    flags.put("audit-log-path", log().toString());
    flags.put("audit-log-mode", "blocking"); // What a client has seen answered is in the log.
    flags.put("audit-log-maxsize", MEGABYTES_IN_ONE_FILE);
    return flags;
  }

  private Path policy() {
    return folder.resolve("audit-policy.yaml");
  }
}
