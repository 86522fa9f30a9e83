/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.example.books.OperatorSuite;
import org.example.books.api.v1.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class PolicyReconcilerTest {
  private static final File SAMPLE = new File("config/samples/v1_policy.yaml");

  @Test
  void sampleBecomesReady(KubernetesClient client) {
    Policy sample = client.resources(Policy.class).load(SAMPLE).item();
    sample.getMetadata().setNamespace("default");

    client.resource(sample).create();

    Policy ready = client.resource(sample).waitUntilCondition(this::isReady, 30, TimeUnit.SECONDS);
    assertThat(ready.getStatus().observedGeneration())
        .isEqualTo(ready.getMetadata().getGeneration());
  }

  private boolean isReady(Policy policy) {
    return policy != null
        && policy.getStatus() != null
        && policy.getStatus().condition("Ready").isPresent();
  }
}
