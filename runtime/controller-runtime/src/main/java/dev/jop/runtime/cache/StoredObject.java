package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as the store keeps it: its JSON without managed fields, and of its metadata what the
 * machinery asks for again and again.
 *
 * @param key namespace and name
 * @param uid the unique id
 * @param resourceVersion the state of the object
 * @param generation the generation of the desired state, 0 if there is none
 * @param deleting whether it has a deletion time
 * @param labels its labels
 * @param owners its owners
 * @param json its bytes
 */
record StoredObject(
    ObjectKey key,
    String uid,
    String resourceVersion,
    long generation,
    boolean deleting,
    Map<String, String> labels,
    List<Owner> owners,
    byte[] json) {

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the bytes are no object with metadata and a name
   */
  static StoredObject parse(byte[] json) {
    return parse(json, 0, json.length);
  }

  /** Reads the object that a part of these bytes is. */
  static StoredObject parse(byte[] json, int start, int end) {
    JsonScanner scanner = new JsonScanner(json, start, end);
    Metadata metadata = null;
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals("metadata")) {
        metadata = new Metadata(scanner);
      } else {
        scanner.skip();
      }
      field = scanner.nextField(false);
    }
    if (metadata == null || metadata.name.isEmpty()) {
      throw new IllegalArgumentException("not a Kubernetes object: it has no metadata.name");
    }
    return metadata.toObject(json, start, scanner.position());
  }

  /** The annotations, read anew from the bytes. */
  Map<String, String> annotations() {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
    if (enter(scanner, "metadata") && enter(scanner, "annotations")) {
      return strings(scanner);
    }
    return Map.of();
  }

  /** Steps into an object up to the value of a field, if the object has it. */
  static boolean enter(JsonScanner scanner, String wanted) {
    if (!scanner.accept('{')) {
      return false;
    }
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals(wanted)) {
        return true;
      }
      scanner.skip();
      field = scanner.nextField(false);
    }
    return false;
  }

  private static Map<String, String> strings(JsonScanner scanner) {
    if (!scanner.accept('{')) {
      scanner.skip();
      return Map.of();
    }
    Map<String, String> strings = new HashMap<>();
    String field = scanner.nextField(true);
    while (field != null) {
      String value = scanner.stringOrNull();
      strings.put(field, value == null ? "" : value);
      field = scanner.nextField(false);
    }
    return Map.copyOf(strings);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredObject that
        && uid.equals(that.uid)
        && resourceVersion.equals(that.resourceVersion);
  }

  @Override
  public int hashCode() {
    return uid.hashCode() * 31 + resourceVersion.hashCode();
  }

  @Override
  public String toString() {
    return key + "@" + resourceVersion;
  }

  /** What is read of an object's metadata, and where its managed fields stand. */
  private static final class Metadata {

    private String name = "";
    private String namespace = "";
    private String uid = "";
    private String resourceVersion = "";
    private long generation;
    private boolean deleting;
    private Map<String, String> labels = Map.of();
    private List<Owner> owners = List.of();
    private int managedStart;
    private int managedEnd;

    Metadata(JsonScanner scanner) {
      scanner.expect('{');
      int before = scanner.position();
      boolean first = true;
      String field = scanner.nextField(true);
      while (field != null) {
        read(field, scanner);
        if (field.equals("managedFields")) {
          managedStart = before;
          managedEnd = scanner.position();
          if (first && scanner.accept(',')) { // the comma behind goes where none is before
            managedEnd = scanner.position();
            field = scanner.nextField(true);
            continue;
          }
        }
        first = false;
        before = scanner.position();
        field = scanner.nextField(false);
      }
    }

    private void read(String field, JsonScanner scanner) {
      switch (field) {
        case "name" -> name = scanner.string();
        case "namespace" -> namespace = scanner.string();
        case "uid" -> uid = scanner.string();
        case "resourceVersion" -> resourceVersion = scanner.string();
        case "generation" -> generation = scanner.number();
        case "deletionTimestamp" -> deleting = scanner.stringOrNull() != null;
        case "labels" -> labels = strings(scanner);
        case "ownerReferences" -> owners = owners(scanner);
        default -> scanner.skip();
      }
    }

    private static List<Owner> owners(JsonScanner scanner) {
      if (!scanner.accept('[')) {
        scanner.skip();
        return List.of();
      }
      List<Owner> owners = new ArrayList<>(1);
      boolean first = true;
      while (scanner.nextElement(first)) {
        owners.add(owner(scanner));
        first = false;
      }
      return List.copyOf(owners);
    }

    private static Owner owner(JsonScanner scanner) {
      String apiVersion = "";
      String kind = "";
      String name = "";
      String uid = "";
      boolean controller = false;
      scanner.expect('{');
      String field = scanner.nextField(true);
      while (field != null) {
        switch (field) {
          case "apiVersion" -> apiVersion = scanner.string();
          case "kind" -> kind = scanner.string();
          case "name" -> name = scanner.string();
          case "uid" -> uid = scanner.string();
          case "controller" -> controller = scanner.bool();
          default -> scanner.skip();
        }
        field = scanner.nextField(false);
      }
      return new Owner(apiVersion, kind, name, uid, controller);
    }

    StoredObject toObject(byte[] source, int start, int end) {
      int cut = managedEnd - managedStart;
      byte[] json = new byte[end - start - cut];
      int head = cut == 0 ? json.length : managedStart - start;
      System.arraycopy(source, start, json, 0, head);
      System.arraycopy(source, start + head + cut, json, head, json.length - head);
      return new StoredObject(
          new ObjectKey(namespace, name),
          uid,
          resourceVersion,
          generation,
          deleting,
          labels,
          owners,
          json);
    }
  }
}
