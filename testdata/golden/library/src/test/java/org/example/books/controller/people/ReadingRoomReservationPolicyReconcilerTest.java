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
import org.example.books.api.people.v1.ReadingRoomReservationPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class ReadingRoomReservationPolicyReconcilerTest {
  private static final File SAMPLE =
      new File("config/samples/people_v1_readingroomreservationpolicy.yaml");

  @Test
  void sampleBecomesReady(KubernetesClient client) {
    ReadingRoomReservationPolicy sample =
        client.resources(ReadingRoomReservationPolicy.class).load(SAMPLE).item();
    sample.getMetadata().setNamespace("default");

    client.resource(sample).create();

    ReadingRoomReservationPolicy ready =
        client.resource(sample).waitUntilCondition(this::isReady, 30, TimeUnit.SECONDS);
    assertThat(ready.getStatus().observedGeneration())
        .isEqualTo(ready.getMetadata().getGeneration());
  }

  private boolean isReady(ReadingRoomReservationPolicy readingRoomReservationPolicy) {
    return readingRoomReservationPolicy != null
        && readingRoomReservationPolicy.getStatus() != null
        && readingRoomReservationPolicy.getStatus().condition("Ready").isPresent();
  }
}
