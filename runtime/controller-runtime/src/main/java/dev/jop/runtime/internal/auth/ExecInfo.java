package dev.jop.runtime.internal.auth;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.PemSource;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a credential plugin is told in the variable {@code KUBERNETES_EXEC_INFO}. */
final class ExecInfo {

  private ExecInfo() {}

  /**
   * The variable's value.
   *
   * @throws CredentialsException if the cluster's certificate authority cannot be read
   */
  static String of(Credentials.Exec exec, ClientConfig config, boolean interactive) {
    StringWriter info = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), info)) {
      json.writeStartObject();
      json.writeStringProperty("kind", "ExecCredential");
      json.writeStringProperty("apiVersion", exec.apiVersion());
      json.writeObjectPropertyStart("spec");
      if (exec.provideClusterInfo()) {
        json.writeObjectPropertyStart("cluster");
        writeCluster(json, config, exec.clusterConfig());
        json.writeEndObject();
      }
      json.writeBooleanProperty("interactive", interactive);
      json.writeEndObject();
      json.writeEndObject();
    }
    return info.append('\n').toString(); // as kubectl writes it
  }

  private static void writeCluster(JsonGenerator json, ClientConfig config, String clusterConfig) {
    json.writeStringProperty("server", config.server().toString());
    if (!config.tls().serverName().isEmpty()) {
      json.writeStringProperty("tls-server-name", config.tls().serverName());
    }
    if (config.tls().insecure()) {
      json.writeBooleanProperty("insecure-skip-tls-verify", true);
    }
    byte[] authority = pem(config.tls().authority());
    if (authority.length > 0) {
      json.writeName("certificate-authority-data");
      json.writeBinary(authority);
    }
    URI proxy = config.proxy().orElse(ClientConfig.NO_PROXY);
    if (!proxy.equals(ClientConfig.NO_PROXY)) {
      json.writeStringProperty("proxy-url", proxy.toString());
    }
    if (!config.compression()) {
      json.writeBooleanProperty("disable-compression", true);
    }
    json.writeName("config");
    json.writeRawValue(clusterConfig.isEmpty() ? "null" : clusterConfig);
  }

  private static byte[] pem(PemSource source) {
    if (source instanceof PemSource.Data data) {
      return data.pem().getBytes(StandardCharsets.UTF_8);
    }
    if (source instanceof PemSource.File file) {
      try {
        return Files.readAllBytes(file.path());
      } catch (IOException e) {
        throw new CredentialsException(
            file.description() + " cannot be read for the credential plugin: " + e.getMessage(), e);
      }
    }
    return new byte[0];
  }
}
