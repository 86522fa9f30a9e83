package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.internal.KubernetesDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of the API server itself, by fabric8's models and by what the server says of them. */
class BuiltInKindsIT {

  private static final int MOST_OF_A_KIND = 3;
  private static final int TRIES = 5;

  private static JsonNode definitions = JsonNodeFactory.instance.nullNode();

  private final Codec codec = Codec.shared();
  private final Client client = TestServer.client();
  private final RestMapper mapper = new RestMapper(TestServer.rest());
  private final KubernetesDeserializer models = new KubernetesDeserializer();

  @BeforeAll
  static void readSchemas() {
    definitions =
        Codec.shared()
            .tree(TestServer.rest().get(ApiPath.of("openapi", "v2"), "get"))
            .path("definitions");
  }

  @Test
  void areReadAndWrittenWithAllTheFieldsOfTheirSchemas() {
    long seed = System.nanoTime();
    List<String> faults = new ArrayList<>();
    int kinds = 0;
    for (GroupVersionKind kind : kinds()) {
      Class<? extends KubernetesResource> model = model(kind);
      if (model == null) {
        continue;
      }
      kinds++;
      byte[] json = codec.encode(new SchemaObjects(definitions, seed).object(kind));
      compare(kind.toString(), codec.tree(json), codec.toTree(codec.decode(json, model)), faults);
    }

    assertThat(faults).as("seed %d", seed).isEmpty();
    assertThat(kinds).isGreaterThan(60);
  }

  @Test
  void haveListsWhoseKeysAreKnown() {
    List<String> faults = new ArrayList<>();
    int lists = 0;
    for (JsonNode definition : definitions) {
      for (Map.Entry<String, JsonNode> property : definition.path("properties").properties()) {
        List<String> keys = keys(property.getValue());
        if (!keys.isEmpty()) {
          lists++;
          List<String> found =
              ListKeys.of(property.getKey(), twoElements(keys))
                  .map(ListKeys::fields)
                  .orElse(List.of());
          if (!found.equals(keys)) {
            faults.add(property.getKey() + ": " + keys + ", not " + found);
          }
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(lists).isGreaterThan(60);
  }

  @Test
  void stayAsTheServerHasThemWhenALabelIsSet() throws IOException {
    String namespace = TestServer.namespace();
    List<ObjectKey> created = create(namespace);
    Map<String, Integer> updated = new HashMap<>();
    for (GroupVersionKind kind : kinds()) {
      Class<? extends KubernetesResource> model = model(kind);
      if (kind.kind().equals("ComponentStatus")) {
        continue; // which cannot be updated
      }
      if (model != null && HasMetadata.class.isAssignableFrom(model)) {
        for (GenericKubernetesResource object : some(kind, created)) {
          setLabel(ResourceType.of(model.asSubclass(HasMetadata.class)), ObjectKey.of(object));
          updated.merge(kind.kind(), 1, Integer::sum);
        }
      }
    }

    assertThat(updated).hasSizeGreaterThan(35).containsKeys("Pod", "Lease", "Event", "Secret");
  }

  private <T extends HasMetadata> void setLabel(ResourceType<T> type, ObjectKey key) {
    for (int i = 1; ; i++) {
      JsonNode before = raw(type, key);
      T object = client.get(type, key).orElseThrow();
      Map<String, String> labels = new HashMap<>();
      if (object.getMetadata().getLabels() != null) {
        labels.putAll(object.getMetadata().getLabels());
      }
      labels.put("touched", "yes");
      object.getMetadata().setLabels(labels);
      try {
        client.update(object);
        assertThat(raw(type, key)).as("%s %s", type, key).hasToString(before.toString());
        return;
      } catch (ConflictException | AssertionError e) {
        if (i == TRIES) { // until then the server may have changed it, too
          throw e;
        }
      }
    }
  }

  /** An object without what changes when a label is set. */
  private JsonNode raw(ResourceType<?> type, ObjectKey key) {
    ObjectNode object = (ObjectNode) codec.tree(TestServer.rest().get(type.path(key), "get"));
    ((ObjectNode) object.path("metadata"))
        .remove(List.of("labels", "resourceVersion", "managedFields"));
    return object;
  }

  private List<ObjectKey> create(String namespace) throws IOException {
    List<ObjectKey> created = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/kinds.jsonl"))) {
      String json = line.replace("NAMESPACE", namespace);
      JsonNode object = codec.tree(json.getBytes(StandardCharsets.UTF_8));
      GroupVersionKind kind =
          GroupVersionKind.of(
              object.path("apiVersion").stringValue(), object.path("kind").stringValue());
      ResourceType<?> type = mapper.find(kind);
      byte[] unused =
          TestServer.rest()
              .send(
                  "POST",
                  type.path(namespace),
                  "application/json",
                  json.getBytes(StandardCharsets.UTF_8),
                  "create " + kind);
      String name = object.at("/metadata/name").stringValue();
      created.add(type.normalized(ObjectKey.of(namespace, name)));
    }
    return created;
  }

  /** What was created, and some that was there. */
  private List<GenericKubernetesResource> some(GroupVersionKind kind, List<ObjectKey> created) {
    List<GenericKubernetesResource> some = new ArrayList<>();
    try {
      for (GenericKubernetesResource object : client.list(mapper.find(kind))) {
        if (created.contains(ObjectKey.of(object)) || some.size() < MOST_OF_A_KIND) {
          some.add(object);
        }
      }
    } catch (ApiException e) { // a kind that is not stored
      assertThat(e.code()).isIn(404, 405);
    }
    return some;
  }

  private static Set<GroupVersionKind> kinds() {
    Set<GroupVersionKind> kinds =
        new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
    for (JsonNode definition : definitions) {
      for (JsonNode kind : definition.path("x-kubernetes-group-version-kind")) {
        if (definition.path("properties").has("metadata")
            && !definition.path("properties").has("items")) {
          kinds.add(
              new GroupVersionKind(
                  kind.path("group").stringValue(),
                  kind.path("version").stringValue(),
                  kind.path("kind").stringValue()));
        }
      }
    }
    return kinds;
  }

  private @Nullable Class<? extends KubernetesResource> model(GroupVersionKind kind) {
    return models.getRegisteredKind(kind.apiVersion(), kind.kind());
  }

  private static List<String> keys(JsonNode property) {
    JsonNode ofMap = property.path("x-kubernetes-list-map-keys");
    JsonNode ofPatch = property.path("x-kubernetes-patch-merge-key");
    return ofMap.isArray()
        ? ofMap.valueStream().map(JsonNode::stringValue).toList()
        : ofPatch.isString() ? List.of(ofPatch.stringValue()) : List.of();
  }

  private static ArrayNode twoElements(List<String> keys) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String value : List.of("a", "b")) {
      ObjectNode element = list.addObject();
      keys.forEach(key -> element.put(key, value));
    }
    return list;
  }

  /** Notes what was read and is not written again. */
  private static void compare(String path, JsonNode read, JsonNode written, List<String> faults) {
    if (read.isObject() && written.isObject()) {
      read.properties()
          .forEach(
              field ->
                  compare(
                      path + "." + field.getKey(),
                      field.getValue(),
                      written.path(field.getKey()),
                      faults));
    } else if (read.isArray() && written.size() == read.size()) {
      for (int i = 0; i < read.size(); i++) {
        compare(path + "[" + i + "]", read.get(i), written.get(i), faults);
      }
    } else if (!read.equals(written) && !(read.isContainer() && read.isEmpty())) {
      faults.add(path + ": " + read + " became " + written);
    }
  }
}
