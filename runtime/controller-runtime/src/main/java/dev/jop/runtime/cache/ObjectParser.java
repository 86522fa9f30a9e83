package dev.jop.runtime.cache;

import dev.jop.runtime.internal.json.Expected;
import dev.jop.runtime.internal.json.ForeignObjectException;
import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.meta.ObjectKey;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes stored objects of JSON: finds the metadata, and leaves out what an object says of its kind,
 * which all have in common and those of a list do not say, and the managed fields unless they are
 * wanted.
 *
 * <p>Used by one thread.
 */
final class ObjectParser {

  private final @Nullable Expected expected;
  private final boolean managedFields;
  private String namespace = "";
  private String name = "";
  private int uidAt;
  private int versionAt;
  private Map<String, String> labels = Map.of();
  private int ownersAt;
  private @Nullable String apiVersion;
  private @Nullable String kindName;
  private int kindEnd;
  private int cutStart;
  private int cutEnd;

  /** A parser of objects of any kind that leaves managed fields out. */
  ObjectParser() {
    this(null, false);
  }

  /**
   * A parser.
   *
   * @param expected which objects it takes; null for any
   * @param managedFields whether to keep them
   */
  ObjectParser(@Nullable Expected expected, boolean managedFields) {
    this.expected = expected;
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
   * @throws ForeignObjectException if it says to be of another kind (I14), or is in another
   *     namespace
   */
  StoredObject parse(JsonScanner scanner) {
    apiVersion = null;
    kindName = null;
    name = "";
    uidAt = -1;
    versionAt = -1;
    labels = Map.of();
    ownersAt = -1;
    cutStart = 0;
    cutEnd = 0;
    namespace = "";
    scanner.expect('{');
    kindEnd = scanner.position();
    String field = scanner.nextField(true);
    while (field != null && readKind(field, scanner)) {
      boolean more = scanner.accept(',');
      kindEnd = scanner.position();
      field = scanner.nextField(more);
    }
    while (field != null) {
      if (field.equals("metadata") && scanner.accept('{')) {
        readMetadata(scanner);
      } else if (!readKind(field, scanner)) {
        scanner.skip();
      }
      field = scanner.nextField(false);
    }
    if (expected != null) {
      if (namesKind()) {
        refuseOtherKind(apiVersion, kindName);
      }
      expected.refuseOtherNamespace(namespace);
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("not a Kubernetes object: it has no metadata.name");
    }
    return stored(scanner.bytes(), scanner.position());
  }

  /** Reads a field that is about the kind; whether it is one. */
  private boolean readKind(String field, JsonScanner scanner) {
    switch (field) {
      case "apiVersion" -> apiVersion = scanner.recentStringOrNull();
      case "kind" -> kindName = scanner.recentStringOrNull();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether the last object said of which kind it is, as those in lists need not. */
  boolean namesKind() {
    return kindName != null;
  }

  /**
   * Checks that the last object said of which kind it is.
   *
   * @throws ForeignObjectException if it did not
   */
  void refuseNameless() {
    refuseOtherKind(apiVersion, kindName);
  }

  /**
   * Checks what an object says of its kind.
   *
   * @throws ForeignObjectException if that is not the one that is expected
   */
  void refuseOtherKind(@Nullable String apiVersion, @Nullable String kind) {
    if (expected != null) {
      expected.refuseOtherKind(
          Objects.requireNonNullElse(apiVersion, ""), Objects.requireNonNullElse(kind, ""));
    }
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

  private StoredObject stored(byte[] source, int end) {
    if (cutEnd == 0) {
      cutStart = end;
      cutEnd = end;
    }
    int head = cutStart - kindEnd;
    byte[] json = new byte[1 + head + end - cutEnd];
    json[0] = '{';
    System.arraycopy(source, kindEnd, json, 1, head);
    System.arraycopy(source, cutEnd, json, 1 + head, end - cutEnd);
    return new StoredObject(
        new ObjectKey(namespace, name),
        json,
        labels,
        place(uidAt),
        place(versionAt),
        place(ownersAt));
  }

  /** Where a place in the source is in the copy. */
  private int place(int at) {
    return at < 0 ? -1 : 1 + at - kindEnd - (at > cutStart ? cutEnd - cutStart : 0);
  }
}
