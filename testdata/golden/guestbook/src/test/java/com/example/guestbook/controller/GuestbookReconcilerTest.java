/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.guestbook.OperatorSuite;
import com.example.guestbook.api.v1.Guestbook;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class GuestbookReconcilerTest {
  private static final File SAMPLE = new File("config/samples/webapp_v1_guestbook.yaml");

  @Test
  void sampleBecomesReady(KubernetesClient client) {
    Guestbook sample = client.resources(Guestbook.class).load(SAMPLE).item();
    sample.getMetadata().setNamespace("default");

    client.resource(sample).create();

    Guestbook ready =
        client.resource(sample).waitUntilCondition(this::isReady, 30, TimeUnit.SECONDS);
    assertThat(ready.getStatus().observedGeneration())
        .isEqualTo(ready.getMetadata().getGeneration());
  }

  private boolean isReady(Guestbook guestbook) {
    return guestbook != null
        && guestbook.getStatus() != null
        && guestbook.getStatus().condition("Ready").isPresent();
  }
}
