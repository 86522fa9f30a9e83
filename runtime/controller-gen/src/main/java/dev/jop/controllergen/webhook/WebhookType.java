package dev.jop.controllergen.webhook;

import java.util.List;
import java.util.Map;

/** What a webhook may do with an object. */
enum WebhookType {
  MUTATING("MutatingWebhookConfiguration", "mutate", "m"),
  VALIDATING("ValidatingWebhookConfiguration", "validate", "v");

  private final String kind;
  private final String path;
  private final String letter;

  WebhookType(String kind, String path, String letter) {
    this.kind = kind;
    this.path = path;
    this.letter = letter;
  }

  /** The word with which a path begins. */
  String path() {
    return path;
  }

  /** The letter with which a name begins. */
  String letter() {
    return letter;
  }

  Map<String, Object> toTree(String name, List<Map<String, Object>> webhooks) {
    return Map.of(
        "apiVersion",
        "admissionregistration.k8s.io/v1",
        "kind",
        kind,
        "metadata",
        Map.of("name", name),
        "webhooks",
        webhooks);
  }
}
