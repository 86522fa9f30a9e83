package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An informer whose service account loses its right or its credentials, and gets them back. */
class LostAccessIT {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();
  private volatile String token = "";
  private final RestClient asAccount = RestClient.create(config());
  private final MisbehavingProxy proxy = new MisbehavingProxy(asAccount, 0);
  private final RestClient rest = proxy.connect();
  private final CountedMetrics metrics = new CountedMetrics();
  private final History<ConfigMap> history = new History<>();
  private final SharedIndexInformer<ConfigMap> informer =
      SharedIndexInformer.create(
          ListWatch.of(rest, TYPE).withNamespace(namespace),
          TYPE,
          (type, state) -> metrics,
          MirroredServer.HASTY.withPauses(Duration.ofMillis(50), Duration.ofMillis(200)));

  private ClientConfig config() {
    ClientConfig admin = ClientConfigs.of(TestServer.environment().config());
    TlsConfig noKeys =
        new TlsConfig(admin.tls().authority(), "", false, PemSource.NONE, PemSource.NONE);
    return admin.withTls(noKeys).withCredentials(new Credentials.TokenSupplier(() -> token));
  }

  @BeforeEach
  void follow() {
    client.create(
        new RoleBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("reader")
            .endMetadata()
            .addNewRule()
            .withApiGroups("")
            .withResources("configmaps")
            .withVerbs("list", "watch")
            .endRule()
            .build());
    bind();
    createAccount();
    informer.addHandler(history);
    informer.start();
    create("first");
    Await.until("the first", () -> history.state().containsKey("first"));
  }

  @AfterEach
  void close() {
    informer.close();
    rest.close();
    proxy.close();
    asAccount.close();
  }

  @Test
  void saysWhichRightWasLostAndGoesOnWhenItIsBack() {
    client.delete(client.get(RoleBinding.class, key("reader")).orElseThrow());
    awaitError(403);
    assertThat(informer.lastError().map(ApiException::getMessage).orElse(""))
        .contains("cannot watch configmaps", "reader");
    create("meanwhile");

    bind();

    Await.until("what came meanwhile", () -> history.state().containsKey("meanwhile"));
    assertThat(informer.lastError()).isEmpty();
    assertThat(metrics.failures).contains("watch Forbidden");
    assertThat(metrics.lists).as("nothing is fetched anew").hasValue(1);
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void goesOnWithNewCredentialsWhenTheOldOnesAreWorthNothing() {
    client.delete(client.get(ServiceAccount.class, key("reader")).orElseThrow());
    awaitError(401);
    create("meanwhile");

    createAccount();

    Await.until("what came meanwhile", () -> history.state().containsKey("meanwhile"));
    assertThat(informer.lastError()).isEmpty();
    assertThat(metrics.failures).contains("watch Unauthorized");
    assertThat(history.violations()).isEmpty();
  }

  /** Cuts the watch, again and again, for the server looks at rights only when a watch begins. */
  private void awaitError(int code) {
    Await.until(
        "the error " + code,
        () -> {
          proxy.cut();
          return informer.lastError().map(ApiException::code).filter(c -> c == code).isPresent();
        });
  }

  private void bind() {
    Role role = client.get(Role.class, key("reader")).orElseThrow();
    client.create(
        new RoleBindingBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("reader")
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", role.getMetadata().getName())
            .addNewSubject("", "ServiceAccount", "reader", namespace)
            .build());
  }

  private void createAccount() {
    client.create(
        new ServiceAccountBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("reader")
            .endMetadata()
            .build());
    byte[] answer =
        TestServer.rest()
            .send(
                "POST",
                ResourceType.of(ServiceAccount.class).path(key("reader")).subresource("token"),
                "application/json",
                "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":{}}"
                    .getBytes(StandardCharsets.UTF_8),
                "get a token");
    token = Codec.shared().decode(answer, TokenRequest.class).getStatus().getToken();
  }

  private void create(String name) {
    client.create(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .build());
  }

  private ObjectKey key(String name) {
    return ObjectKey.of(namespace, name);
  }
}
