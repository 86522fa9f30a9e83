package dev.jop.controllergen.webhook;

import java.util.Map;
import java.util.TreeMap;

/**
 * One webhook.
 *
 * @param name its name, unique in its configuration
 * @param fields what else the configuration says of it
 */
record Webhook(String name, Map<String, Object> fields) {

  Webhook {
    fields = Map.copyOf(fields);
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>(fields);
    tree.put("name", name);
    return tree;
  }
}
