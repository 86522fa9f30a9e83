package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to the API server and leaves reading to another.
 *
 * <p>An update sends what the object says, on top of the bytes that it was read from, so that
 * fields which its Java type does not know survive. Those bytes are known by the object's resource
 * version: the reader may have them still, and if not the API server has, or else the update
 * conflicts anyway.
 */
final class RestfulClient implements Client {

  private static final String JSON = "application/json";
  private static final String APPLY = "application/apply-patch+yaml"; // JSON is YAML

  private final RestClient rest;
  private final Reader reader;
  private final StatusWriter status = new Status();

  RestfulClient(RestClient rest, Reader reader) {
    this.rest = rest;
    this.reader = reader;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(Class<T> type, ObjectKey key) {
    return reader.get(type, key);
  }

  @Override
  public <T extends HasMetadata> List<T> list(Class<T> type, ListOptions options) {
    return reader.list(type, options);
  }

  @Override
  public StatusWriter status() {
    return status;
  }

  @Override
  public <T extends HasMetadata> T create(T object) {
    ResourceType<T> type = ResourceType.of(object);
    String namespace = object.getMetadata().getNamespace();
    String path = type.path(namespace == null ? "" : namespace);
    byte[] json = Codec.shared().encode(object);
    return answer(rest.send("POST", path, JSON, json, doing("create", type, object)), type);
  }

  @Override
  public <T extends HasMetadata> T update(T object) {
    return put(object, "", "update");
  }

  @Override
  public <T extends HasMetadata> T apply(T object, FieldOwner owner) {
    ObjectNode applied = (ObjectNode) Codec.shared().toTree(object);
    ObjectNode metadata = (ObjectNode) applied.path("metadata");
    metadata.remove(List.of("resourceVersion", "managedFields", "creationTimestamp", "generation"));
    applied.remove("status");
    return patch(object, applied, owner, "", "apply");
  }

  @Override
  public void delete(HasMetadata object) {
    ResourceType<?> type = ResourceType.of(object.getClass().asSubclass(HasMetadata.class));
    String uid = object.getMetadata().getUid();
    byte[] options = null;
    if (uid != null) {
      ObjectNode body = Codec.shared().object();
      body.putObject("preconditions").put("uid", uid);
      options = Codec.shared().encode(body);
    }
    rest.send(
        "DELETE", type.path(ObjectKey.of(object)), JSON, options, doing("delete", type, object));
  }

  private <T extends HasMetadata> T put(T object, String subresource, String verb) {
    ResourceType<T> type = ResourceType.of(object);
    ObjectKey key = ObjectKey.of(object);
    String doing = doing(verb, type, object);
    Optional<byte[]> readFrom = readFrom(type, key, object.getMetadata(), doing);
    byte[] json =
        readFrom.isEmpty() || Codec.shared().knowsAll(readFrom.get(), type.type())
            ? Codec.shared().encode(object)
            : Codec.shared().encode(withUnknownFields(object, type, readFrom.get()));
    return answer(rest.send("PUT", type.path(key) + subresource, JSON, json, doing), type);
  }

  private static <T extends HasMetadata> JsonNode withUnknownFields(
      T object, ResourceType<T> type, byte[] readFrom) {
    JsonNode known = Codec.shared().toTree(Codec.shared().decode(readFrom, type.type()));
    return UnknownFields.restore(
        Codec.shared().tree(readFrom), known, Codec.shared().toTree(object));
  }

  /** The bytes that the object was read from, or nothing if the server will refuse the update. */
  private Optional<byte[]> readFrom(
      ResourceType<?> type, ObjectKey key, ObjectMeta metadata, String doing) {
    String version = metadata.getResourceVersion();
    if (version != null && reader instanceof SnapshotReader snapshots) {
      Optional<byte[]> snapshot = snapshots.snapshot(type, key, version);
      if (snapshot.isPresent()) {
        return snapshot;
      }
    }
    byte[] live = rest.get(type.path(key), doing);
    String liveVersion =
        Codec.shared().tree(live).path("metadata").path("resourceVersion").asString("");
    return version == null || version.equals(liveVersion) ? Optional.of(live) : Optional.empty();
  }

  private <T extends HasMetadata> T patch(
      T object, ObjectNode applied, FieldOwner owner, String subresource, String verb) {
    ResourceType<T> type = ResourceType.of(object);
    String path =
        type.path(ObjectKey.of(object))
            + subresource
            + "?fieldManager="
            + URLEncoder.encode(owner.name(), StandardCharsets.UTF_8)
            + "&force="
            + owner.force();
    byte[] json = Codec.shared().encode(applied);
    return answer(rest.send("PATCH", path, APPLY, json, doing(verb, type, object)), type);
  }

  private static <T extends HasMetadata> T answer(byte[] json, ResourceType<T> type) {
    return Codec.shared().decode(json, type.type());
  }

  private static String doing(String verb, ResourceType<?> type, HasMetadata object) {
    ObjectMeta metadata = object.getMetadata();
    String name =
        metadata.getName() == null ? metadata.getGenerateName() + "*" : metadata.getName();
    String namespace = metadata.getNamespace();
    return verb
        + " "
        + type.kind().kind()
        + " "
        + (namespace == null ? name : namespace + "/" + name);
  }

  private final class Status implements StatusWriter {

    private static final String PATH = "/status";

    @Override
    public <T extends HasMetadata> T update(T object) {
      return put(object, PATH, "update the status of");
    }

    @Override
    public <T extends HasMetadata> T apply(T object, FieldOwner owner) {
      ObjectNode whole = (ObjectNode) Codec.shared().toTree(object);
      ObjectNode applied = Codec.shared().object();
      applied.set("apiVersion", whole.path("apiVersion"));
      applied.set("kind", whole.path("kind"));
      ObjectNode metadata = applied.putObject("metadata");
      metadata.put("name", object.getMetadata().getName());
      if (object.getMetadata().getNamespace() != null) {
        metadata.put("namespace", object.getMetadata().getNamespace());
      }
      applied.set("status", whole.path("status"));
      return patch(object, applied, owner, PATH, "apply the status of");
    }
  }
}
