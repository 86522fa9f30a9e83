package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentOptions;
import dev.jop.envtest.audit.RightsReport;
import dev.jop.envtest.audit.Roles;
import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator with a role of its own, whose rights the API server's audit log tells. */
class RightsIT {
  private static Environment environment;
  private static RestClient rest;
  private static Client live;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    environment =
        Environment.start(
            EnvironmentOptions.defaults()
                .withAudit(true)
                .withCrds(Path.of("src/test/resources/gadget-crd.yaml")));
    rest = RestClient.create(ClientConfigs.of(environment.config()));
    live = Client.live(rest);
  }

  @AfterAll
  static void stop() {
    rest.close();
    environment.close();
  }

  @Test
  void fitWhenTheRoleGrantsWhatTheOperatorDoesAndNothingElse() throws IOException {
    ApiUser user = environment.addUser("fitting");
    Path role = bind(user, "list, watch, create, patch");

    operate(user, "a status", () -> gadget("fitting").getStatus() != null);

    assertThatCode(report(user, role)::assertFits).doesNotThrowAnyException();
  }

  @Test
  void tellTheVerbThatIsMissingAndTheOneThatIsNotUsed() throws IOException {
    ApiUser user = environment.addUser("unfitting");
    Path role = bind(user, "list, watch, patch, delete");

    operate(user, "a refusal", () -> !report(user, role).missing().isEmpty());

    RightsReport report = report(user, role);
    assertThat(report.missing())
        .containsExactly("@Rbac(groups = \"core\", resources = \"configmaps\", verbs = CREATE)");
    assertThat(report.unused()).contains("ClusterRole unfitting: core configmaps: delete");
    assertThatThrownBy(report::assertFits)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Rights are missing:\n  @Rbac(groups = \"core\"")
        .hasMessageContaining("Rights were not used:\n  ClusterRole unfitting: core configmaps");
  }

  /** Runs an operator as this user, gives it a gadget of the user's name, and waits. */
  private static void operate(ApiUser user, String what, BooleanSupplier until) {
    ManagerOptions options = ManagerOptions.defaults().withConfig(user.config());
    try (Manager manager = Manager.create(options)) {
      ControllerBuilder.forKind(Gadget.class)
          .owns(ConfigMap.class)
          .complete(manager, new GadgetReconciler(manager.client()));
      manager.start();
      live.create(Gadget.of(key(user.name()), 1));
      Await.until(what, until);
    }
  }

  private static Gadget gadget(String name) {
    return live.get(Gadget.class, key(name)).orElseThrow();
  }

  private static ObjectKey key(String name) {
    return ObjectKey.of("default", name);
  }

  private static RightsReport report(ApiUser user, Path role) {
    return RightsReport.of(environment.auditLog().requestsOf(user.name()), Roles.read(role));
  }

  private Path bind(ApiUser user, String verbs) throws IOException {
    String text =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: %s
        rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [%s]
        - apiGroups: [test.jop.dev]
          resources: [gadgets]
          verbs: [list, watch]
        - apiGroups: [test.jop.dev]
          resources: [gadgets/status]
          verbs: [patch]
        """
            .formatted(user.name(), verbs);
    HasMetadata role = Serialization.unmarshal(text, ClusterRole.class);
    live.create(role);
    live.create(
        new ClusterRoleBindingBuilder()
            .withNewMetadata()
            .withName(user.name())
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", user.name())
            .addNewSubject("rbac.authorization.k8s.io", "User", user.name(), null)
            .build());
    return Files.writeString(folder.resolve("role.yaml"), text);
  }
}
