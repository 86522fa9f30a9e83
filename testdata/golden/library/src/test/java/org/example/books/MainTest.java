/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OperatorSuite.class)
class MainTest {

  @Test
  void startsOnARealApiServer(KubernetesClient client) {
    assertThat(client.namespaces().withName("default").get()).isNotNull();
  }
}
