/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook;

import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentOptions;
import dev.jop.envtest.audit.RightsReport;
import dev.jop.envtest.audit.Roles;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.manager.ManagerOptions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a client of a real API server that the operator works on.
 *
 * <p>Both are started for the first test that wants them and serve all tests of the run. After the
 * last, the run fails if the operator did something that its role does not permit.
 */
public final class OperatorSuite implements ParameterResolver {
  private static final Path CRDS = Path.of("config/crd/bases");
  private static final Path ROLE = Path.of("config/rbac/role.yaml");
  private static final String OPERATOR = "operator";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KubernetesClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(OperatorSuite.class))
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
        .client();
  }

  /** What is closed after the last test. */
  private record Running(Environment environment, Manager manager, KubernetesClient client)
      implements AutoCloseable {

    static Running start() {
      Environment environment = Environment.start(EnvironmentOptions.defaults().withAudit(true));
      if (Files.isDirectory(CRDS)) {
        environment.installCrds(CRDS);
      }
      Config config =
          environment.owned()
              ? environment.addUser(OPERATOR, "system:masters").config()
              : environment.config();
      Manager manager = Manager.create(ManagerOptions.defaults().withConfig(config));
      Main.setup(manager);
      manager.start();
      KubernetesClient client =
          new KubernetesClientBuilder().withConfig(environment.config()).build();
      return new Running(environment, manager, client);
    }

    @Override
    public void close() {
      client.close();
      manager.close();
      try (environment) {
        if (environment.owned()) {
          RightsReport.of(environment.auditLog().requestsOf(OPERATOR), Roles.read(ROLE))
              .assertNothingMissing();
        }
      }
    }
  }
}
