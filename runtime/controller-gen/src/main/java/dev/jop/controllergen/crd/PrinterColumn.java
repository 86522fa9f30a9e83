package dev.jop.controllergen.crd;

import java.util.Map;
import java.util.TreeMap;

/**
 * A column that {@code kubectl get} shows.
 *
 * @param name its head
 * @param type the type of its value, as the API names it
 * @param jsonPath where the value is
 * @param description what it tells, or nothing
 * @param format an OpenAPI format, or nothing
 * @param priority 0 shows it always
 */
record PrinterColumn(
    String name, String type, String jsonPath, String description, String format, int priority) {

  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("name", name);
    tree.put("type", type);
    tree.put("jsonPath", jsonPath);
    if (!description.isEmpty()) {
      tree.put("description", description);
    }
    if (!format.isEmpty()) {
      tree.put("format", format);
    }
    if (priority != 0) {
      tree.put("priority", priority);
    }
    return tree;
  }
}
