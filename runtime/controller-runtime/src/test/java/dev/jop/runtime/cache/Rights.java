package dev.jop.runtime.cache;

import dev.jop.envtest.ApiUser;
import dev.jop.runtime.client.Client;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;

/** Gives users of a test's API server rights. */
final class Rights {

  private Rights() {}

  /** The right to list and watch these resources of the core group in a namespace. */
  static void toRead(Client client, String namespace, ApiUser user, String... resources) {
    client.create(
        new RoleBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("reader")
            .endMetadata()
            .withRules(
                new PolicyRuleBuilder()
                    .withApiGroups("")
                    .withResources(resources)
                    .withVerbs("list", "watch")
                    .build())
            .build());
    client.create(
        new RoleBindingBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("reader")
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", "reader")
            .addNewSubject("rbac.authorization.k8s.io", "User", user.name(), null)
            .build());
  }
}
