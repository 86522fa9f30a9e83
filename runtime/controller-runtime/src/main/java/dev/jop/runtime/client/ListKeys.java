package dev.jop.runtime.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The fields by which an element of a list is known.
 *
 * <p>Those of Kubernetes' own lists are what their schemas call list-map keys; in lists of the same
 * name elsewhere, such as {@code conditions} and {@code containers}, they mean the same. Other
 * lists go by {@code name}, {@code id} or {@code uid}, if all elements have one and no two the
 * same.
 *
 * @param fields the fields that together are the key
 * @param ofSchema whether a schema says so, so that the key may be trusted for each element alone
 */
record ListKeys(List<String> fields, boolean ofSchema) {

  /** By list; where they go by their name, that is what is tried anyway. */
  private static final Map<String, List<List<String>>> SCHEMAS =
      Map.ofEntries(
          entry("addresses", "type"),
          entry("conditions", "type"),
          entry("devices", "driver", "device", "pool", "shareID"),
          entry("healthConditions", "status", "reason"),
          entry("hostAliases", "ip"),
          entry("hostIPs", "ip"),
          entry("nodeAllocatableResourceClaimStatuses", "resourceClaimName"),
          entry("ownerReferences", "uid"),
          entry("podIPs", "ip"),
          Map.entry(
              "ports", List.of(List.of("containerPort", "protocol"), List.of("port", "protocol"))),
          entry("reservedFor", "uid"),
          entry("resources", "resourceID"),
          entry("storageVersions", "apiServerID"),
          entry("topologySpreadConstraints", "topologyKey", "whenUnsatisfiable"),
          entry("volumeDevices", "devicePath"),
          entry("volumeMounts", "mountPath"),
          entry("x-kubernetes-validations", "rule"));

  private static final List<String> ANYWHERE = List.of("name", "id", "uid");

  /** What the server fills in for a part of a key. */
  private static final Map<String, String> DEFAULTS = Map.of("protocol", "\"TCP\"");

  private static Map.Entry<String, List<List<String>>> entry(String list, String... fields) {
    return Map.entry(list, List.of(List.of(fields)));
  }

  /**
   * The key of lists, if they have one.
   *
   * @param name the name of their field
   */
  static Optional<ListKeys> of(String name, ArrayNode... lists) {
    Stream<ListKeys> ofSchema =
        SCHEMAS.getOrDefault(name, List.of()).stream().map(fields -> new ListKeys(fields, true));
    Stream<ListKeys> anywhere = ANYWHERE.stream().map(field -> new ListKeys(List.of(field), false));
    return Stream.concat(ofSchema, anywhere)
        .filter(keys -> Stream.of(lists).allMatch(keys::fits))
        .findFirst();
  }

  private boolean fits(ArrayNode list) {
    return list.valueStream().allMatch(element -> key(element) != null)
        && (ofSchema || index(list).size() == list.size());
  }

  /** Where the element of each key is, but for keys that more than one element has. */
  Map<String, Integer> index(ArrayNode list) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String key = key(list.get(i));
      if (key != null) {
        places.merge(key, i, (one, other) -> -1);
      }
    }
    places.values().removeIf(place -> place < 0);
    return places;
  }

  /** The key of an element, null if it has none. */
  @Nullable String key(JsonNode element) {
    return element.path(fields.get(0)).isValueNode()
        ? fields.stream().map(field -> part(element, field)).collect(Collectors.joining(","))
        : null;
  }

  private static String part(JsonNode element, String field) {
    JsonNode value = element.path(field);
    return value.isMissingNode() ? DEFAULTS.getOrDefault(field, "") : value.toString();
  }
}
