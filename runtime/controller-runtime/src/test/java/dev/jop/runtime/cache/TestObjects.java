package dev.jop.runtime.cache;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;

/** Objects to create in a namespace. */
final class TestObjects {

  private TestObjects() {}

  /** A ConfigMap with a text. */
  static ConfigMap configMap(String namespace, String name) {
    return configMap(namespace, name, "yes");
  }

  /** A ConfigMap with a text, and with a label {@code on} of this value. */
  static ConfigMap configMap(String namespace, String name, String on) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToLabels("on", on)
        .endMetadata()
        .addToData("text", "some")
        .build();
  }

  /** A Secret with a key. */
  static Secret secret(String namespace, String name) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .addToStringData("key", "value")
        .build();
  }
}
