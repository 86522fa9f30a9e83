package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import java.util.Map;
import java.util.Objects;

/**
 * Makes stored objects of JSON: finds the metadata, and leaves the managed fields out unless they
 * are wanted.
 *
 * <p>Used by one thread.
 */
final class ObjectParser {

  private final boolean managedFields;
  private String namespace = "";
  private String name = "";
  private int uidAt;
  private int versionAt;
  private Map<String, String> labels = Map.of();
  private int ownersAt;
  private int cutStart;
  private int cutEnd;

  /** A parser that leaves managed fields out. */
  ObjectParser() {
    this(false);
  }

  /**
   * A parser.
   *
   * @param managedFields whether to keep them
   */
  ObjectParser(boolean managedFields) {
    this.managedFields = managedFields;
  }

  /** Reads the object that these bytes are. */
  StoredObject parse(byte[] json) {
    return parse(new JsonScanner(json, 0, json.length));
  }

  /**
   * Reads the next value, and leaves the scanner behind it.
   *
   * @throws IllegalArgumentException if it is no object with metadata and a name
   */
  StoredObject parse(JsonScanner scanner) {
    name = "";
    uidAt = -1;
    versionAt = -1;
    labels = Map.of();
    ownersAt = -1;
    cutStart = 0;
    cutEnd = 0;
    namespace = "";
    scanner.peek();
    int start = scanner.position();
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals("metadata") && scanner.accept('{')) {
        readMetadata(scanner);
      } else {
        scanner.skip();
      }
      field = scanner.nextField(false);
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("not a Kubernetes object: it has no metadata.name");
    }
    return stored(scanner.bytes(), start, scanner.position());
  }

  private void readMetadata(JsonScanner scanner) {
    int before = scanner.position();
    boolean first = true;
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals("managedFields") && !managedFields) {
        scanner.skip();
        cutStart = before;
        cutEnd = scanner.position();
        if (first && scanner.accept(',')) { // the comma behind goes where there is none before
          cutEnd = scanner.position();
          field = scanner.nextField(true);
          continue;
        }
      } else {
        readField(field, scanner);
      }
      first = false;
      before = scanner.position();
      field = scanner.nextField(false);
    }
  }

  private void readField(String field, JsonScanner scanner) {
    switch (field) {
      case "name" -> name = scanner.string();
      case "namespace" -> namespace = Objects.requireNonNullElse(scanner.recentStringOrNull(), "");
      case "uid" -> uidAt = placeOf('"', scanner);
      case "resourceVersion" -> versionAt = placeOf('"', scanner);
      case "labels" -> labels = Labels.read(scanner);
      case "ownerReferences" -> ownersAt = placeOf('[', scanner);
      default -> scanner.skip();
    }
  }

  /** Steps over a value, and tells where it stands if it begins with this byte. */
  private static int placeOf(char first, JsonScanner scanner) {
    int at = scanner.peek() == first ? scanner.position() : -1;
    scanner.skip();
    return at;
  }

  private StoredObject stored(byte[] source, int start, int end) {
    int cut = cutEnd - cutStart;
    byte[] json = new byte[end - start - cut];
    int head = cut == 0 ? json.length : cutStart - start;
    System.arraycopy(source, start, json, 0, head);
    System.arraycopy(source, start + head + cut, json, head, json.length - head);
    return new StoredObject(
        new ObjectKey(namespace, name),
        json,
        labels,
        place(uidAt, start),
        place(versionAt, start),
        place(ownersAt, start));
  }

  /** Where a place in the source is in the copy. */
  private int place(int at, int start) {
    if (at < 0) {
      return -1;
    }
    return at - start - (at > cutStart ? cutEnd - cutStart : 0);
  }
}
