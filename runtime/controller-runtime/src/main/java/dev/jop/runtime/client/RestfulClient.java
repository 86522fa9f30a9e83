package dev.jop.runtime.client;

import dev.jop.runtime.client.SnapshotReader.Snapshot;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to the API server and leaves reading to another.
 *
 * <p>An update sends the bytes that the object was read from with what the program has changed, so
 * that what its Java type does not know, or writes otherwise, stays ({@link UpdateBody}). Those
 * bytes are known by the object's resource version: the reader may have them still, and if not the
 * API server has, or else the update conflicts anyway.
 */
final class RestfulClient implements Client {

  private static final String JSON = "application/json";
  private static final String APPLY = "application/apply-patch+yaml";

  private static final GroupVersionKind BINDING = new GroupVersionKind("", "v1", "Binding");

  private final RestClient rest;
  private final Reader reader;
  private final RestMapper mapper;
  private final StatusWriter status = new Status();
  private final UpdateBody updates = new UpdateBody();

  RestfulClient(RestClient rest, Reader reader) {
    this.rest = rest;
    this.reader = reader;
    this.mapper = new RestMapper(rest);
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey key) {
    return reader.get(type, key);
  }

  @Override
  public <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options) {
    return reader.list(type, options);
  }

  @Override
  public Reader shared() {
    return reader.shared();
  }

  @Override
  public StatusWriter status() {
    return status;
  }

  @Override
  public <T extends HasMetadata> T create(T object) {
    ResourceType<T> type = wholeType(object, "create");
    ObjectRequest<T> request = ObjectRequest.create(type, object);
    byte[] json = Codec.shared().encode(object);
    byte[] answer = rest.send("POST", request.path(), JSON, json, request.doing());
    if (type.kind().equals(BINDING)) { // all others are answered by what was created
      request.checkDone(answer);
      return object;
    }
    return request.written(answer);
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
  public void delete(HasMetadata object, DeleteOptions options) {
    ObjectRequest<?> request = ObjectRequest.of("delete", typeOf(object), object);
    String uid = object.getMetadata().getUid();
    DeleteOptions wanted =
        uid == null || !options.preconditions().uid().isEmpty()
            ? options
            : options.withPreconditions(conditions -> conditions.withUid(uid));
    request.checkDone(rest.send("DELETE", request.path(), JSON, wanted.json(), request.doing()));
  }

  private <T extends HasMetadata> T put(T object, String subresource, String verb) {
    ResourceType<T> type = wholeType(object, verb);
    ObjectRequest<T> whole = ObjectRequest.of(verb, type, object);
    ObjectRequest<T> request = whole.subresource(subresource);
    byte[] json = updateBody(object, whole);
    return request.written(rest.send("PUT", request.path(), JSON, json, request.doing()));
  }

  private <T extends HasMetadata> byte[] updateBody(T object, ObjectRequest<T> request) {
    ResourceType<T> type = request.type();
    Optional<Snapshot> readFrom = snapshot(type, object);
    if (readFrom.isPresent() && readFrom.get().whole()) {
      byte[] json = readFrom.get().json();
      return updates.of(object, type, json, json, request.doing());
    }
    byte[] live = rest.get(request.path(), request.doing());
    request.check(live);
    String version = object.getMetadata().getResourceVersion();
    if (version != null && !version.equals(versionOf(live))) {
      return Codec.shared().encode(object); // the server will refuse it
    }
    return updates.of(
        object, type, live, readFrom.map(Snapshot::json).orElse(live), request.doing());
  }

  private Optional<Snapshot> snapshot(ResourceType<?> type, HasMetadata object) {
    String version = object.getMetadata().getResourceVersion();
    return version != null && reader instanceof SnapshotReader snapshots
        ? snapshots.snapshot(type, ObjectKey.of(object), version)
        : Optional.empty();
  }

  private static String versionOf(byte[] json) {
    return Codec.shared().tree(json).path("metadata").path("resourceVersion").asString("");
  }

  private <T extends HasMetadata> T patch(
      T object, ObjectNode applied, FieldOwner owner, String subresource, String verb) {
    ResourceType<T> type = wholeType(object, verb);
    ObjectRequest<T> request =
        ObjectRequest.of(verb, type, object)
            .subresource(subresource)
            .with("fieldManager", owner.name())
            .with("force", Boolean.toString(owner.force()));
    byte[] yaml = ApplyYaml.of(Codec.shared().encode(applied));
    return request.written(rest.send("PATCH", request.path(), APPLY, yaml, request.doing()));
  }

  /** The kind of an object: by its class, or by what it calls itself. */
  @SuppressWarnings("unchecked") // what the mapper finds is given the class of the object
  private <T extends HasMetadata> ResourceType<T> typeOf(T object) {
    if (object instanceof GenericKubernetesResource || object instanceof PartialObjectMetadata) {
      ResourceType<GenericKubernetesResource> found =
          mapper.find(GroupVersionKind.of(object.getApiVersion(), object.getKind()));
      return (ResourceType<T>)
          (object instanceof PartialObjectMetadata ? found.asMetadata() : found);
    }
    return ResourceType.of(object);
  }

  /** The kind of an object that is to be written whole. */
  private <T extends HasMetadata> ResourceType<T> wholeType(T object, String verb) {
    if (object instanceof PartialObjectMetadata) {
      throw new IllegalArgumentException(
          "cannot "
              + verb
              + " an object of which there is only metadata: read it whole first"); // CL6
    }
    return typeOf(object);
  }

  private final class Status implements StatusWriter {

    private static final String PART = "status";

    @Override
    public <T extends HasMetadata> T update(T object) {
      return put(object, PART, "update the status of");
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
      return patch(object, applied, owner, PART, "apply the status of");
    }
  }
}
