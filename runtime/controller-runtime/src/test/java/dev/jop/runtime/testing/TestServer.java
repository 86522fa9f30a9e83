package dev.jop.runtime.testing;

import dev.jop.envtest.Environment;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.nio.file.Path;

/** The API server that all tests of this JVM share; it ends with the JVM. */
public final class TestServer {

  private TestServer() {}

  /** The server, with the CRD of {@link Gadget}. */
  public static Environment environment() {
    return Holder.ENVIRONMENT;
  }

  /** A client that reads and writes live. */
  public static Client client() {
    return Holder.CLIENT;
  }

  /** A connection of the tests' own. */
  public static RestClient rest() {
    return Holder.REST;
  }

  /** A new namespace for one test. */
  public static String namespace() {
    Namespace namespace =
        new NamespaceBuilder().withNewMetadata().withGenerateName("test-").endMetadata().build();
    return client().create(namespace).getMetadata().getName();
  }

  /** A key in a new namespace. */
  public static ObjectKey key(String name) {
    return ObjectKey.of(namespace(), name);
  }

  private static final class Holder {

    static final Environment ENVIRONMENT = Environment.start();
    static final RestClient REST = RestClient.create(ClientConfigs.of(ENVIRONMENT.config()));
    static final Client CLIENT = Client.live(REST);

    static {
      ENVIRONMENT.installCrds(Path.of("src/test/resources/gadget-crd.yaml"));
    }
  }
}
