/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.controller.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.example.books.OperatorSuite;
import org.example.books.api.people.v1.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class ChildReconcilerTest {
  private static final File SAMPLE = new File("config/samples/people_v1_child.yaml");

  @Test
  void sampleBecomesReady(KubernetesClient client) {
    Child sample = client.resources(Child.class).load(SAMPLE).item();

    client.resource(sample).create();

    Child ready = client.resource(sample).waitUntilCondition(this::isReady, 30, TimeUnit.SECONDS);
    assertThat(ready.getStatus().observedGeneration())
        .isEqualTo(ready.getMetadata().getGeneration());
  }

  private boolean isReady(Child child) {
    return child != null
        && child.getStatus() != null
        && child.getStatus().condition("Ready").isPresent();
  }
}
