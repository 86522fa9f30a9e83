/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.controller.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.example.books.OperatorSuite;
import org.example.books.api.shelf.v1alpha1.BookBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class BookBoxReconcilerTest {
  private static final File SAMPLE = new File("config/samples/shelf_v1alpha1_bookbox.yaml");

  @Test
  void sampleBecomesReady(KubernetesClient client) {
    BookBox sample = client.resources(BookBox.class).load(SAMPLE).item();
    sample.getMetadata().setNamespace("default");

    client.resource(sample).create();

    BookBox ready = client.resource(sample).waitUntilCondition(this::isReady, 30, TimeUnit.SECONDS);
    assertThat(ready.getStatus().observedGeneration())
        .isEqualTo(ready.getMetadata().getGeneration());
  }

  private boolean isReady(BookBox bookBox) {
    return bookBox != null
        && bookBox.getStatus() != null
        && bookBox.getStatus().condition("Ready").isPresent();
  }
}
