package dev.jop.runtime.tutorial;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/** Pods that an API server takes and nothing runs. */
final class Pods {

  private Pods() {}

  static Pod pod(String namespace, String name) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withTerminationGracePeriodSeconds(0L)
        .addNewContainer()
        .withName("main")
        .withImage("example.com/none")
        .endContainer()
        .endSpec()
        .build();
  }
}
