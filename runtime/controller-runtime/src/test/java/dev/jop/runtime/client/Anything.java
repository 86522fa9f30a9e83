package dev.jop.runtime.client;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A kind whose CRD lets anything into spec and status, and a Java type that knows a bit of it. */
@Group("test.jop.dev")
@Version("v1")
public final class Anything extends CustomResource<Anything.Part, Anything.Part>
    implements Namespaced {

  private static final long serialVersionUID = 1L;

  /** The kind without a Java type. */
  static final ResourceType<GenericKubernetesResource> GENERIC =
      ResourceType.generic(
          new GroupVersionKind("test.jop.dev", "v1", "Anything"), "anythings", true);

  /** Installs the CRD. */
  static void install() {
    TestServer.environment().installCrds(Path.of("src/test/resources/anything-crd.yaml"));
  }

  static Anything of(ObjectKey key, Part spec) {
    Anything object = new Anything();
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace(key.namespace()).withName(key.name()).build());
    object.setSpec(spec);
    return object;
  }

  static GenericKubernetesResource generic(ObjectKey key, Map<String, Object> spec) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion("test.jop.dev/v1");
    object.setKind("Anything");
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace(key.namespace()).withName(key.name()).build());
    object.setAdditionalProperty("spec", spec);
    return object;
  }

  /** Creates an object with a spec of these very bytes. */
  static void createRaw(ObjectKey key, String spec) {
    ObjectNode object = Codec.shared().object();
    object.put("apiVersion", "test.jop.dev/v1").put("kind", "Anything");
    object.putObject("metadata").put("name", key.name());
    String json =
        object.toString().replaceFirst("}$", ",\"spec\":" + spec.replace("$", "\\$") + "}");
    byte[] unused =
        TestServer.rest()
            .send(
                "POST",
                GENERIC.path(key.namespace()),
                "application/json",
                json.getBytes(StandardCharsets.UTF_8),
                "create");
  }

  /** The object as the server has it. */
  static JsonNode raw(ObjectKey key) {
    return Codec.shared().tree(TestServer.rest().get(GENERIC.path(key), "get"));
  }

  /** What the Java type knows of a spec, and of a status. */
  static final class Part {
    public @Nullable Integer size;
    public int count;
    public @Nullable Map<String, Object> any;
    public @Nullable List<Item> items;

    /** A part of that size. */
    static Part of(int size) {
      Part part = new Part();
      part.size = size;
      return part;
    }
  }

  record Item(@Nullable String name, @Nullable Integer v) {}
}
