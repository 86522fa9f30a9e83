package dev.jop.runtime.cache;

import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as the store keeps it: its JSON without managed fields, and beside that only what the
 * machinery asks for again and again. What is asked for seldom is read from the bytes.
 */
final class StoredObject {

  private final ObjectKey key;
  private final byte[] json;
  private final Map<String, String> labels;
  private final int uidAt;
  private final int versionAt;
  private final int ownersAt;
  private volatile @Nullable Object decoded;

  /**
   * An object whose parts were found by {@link ObjectParser}.
   *
   * @param json its bytes, not to be changed any more
   * @param uidAt where in them the unique id's quote stands, or -1
   * @param versionAt where in them the resource version's quote stands, or -1
   * @param ownersAt where in them the array of owner references stands, or -1
   */
  StoredObject(
      ObjectKey key,
      byte[] json,
      Map<String, String> labels,
      int uidAt,
      int versionAt,
      int ownersAt) {
    this.key = key;
    this.json = json;
    this.labels = labels;
    this.uidAt = uidAt;
    this.versionAt = versionAt;
    this.ownersAt = ownersAt;
  }

  ObjectKey key() {
    return key;
  }

  /** The bytes, which nobody may change. */
  byte[] json() {
    return json;
  }

  Map<String, String> labels() {
    return labels;
  }

  List<Owner> owners() {
    return ownersAt < 0 ? List.of() : Owners.read(new JsonScanner(json, ownersAt, json.length));
  }

  String uid() {
    return textAt(uidAt);
  }

  String resourceVersion() {
    return textAt(versionAt);
  }

  /** What it was decoded to for all who only look, if that was kept. */
  @Nullable Object decoded() {
    return decoded;
  }

  /** Keeps what it was decoded to, or forgets it. */
  void keepDecoded(@Nullable Object decoded) {
    this.decoded = decoded;
  }

  /** Whether both are the same state of the same object. */
  boolean isSameState(StoredObject other) {
    return resourceVersion().equals(other.resourceVersion()) && uid().equals(other.uid());
  }

  /** The generation of the desired state, 0 if there is none. */
  long generation() {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
    return enter(scanner, "metadata") && enter(scanner, "generation") ? scanner.number() : 0;
  }

  /** Whether it has a deletion time. */
  boolean isDeleting() {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
    return enter(scanner, "metadata")
        && enter(scanner, "deletionTimestamp")
        && scanner.stringOrNull() != null;
  }

  Map<String, String> annotations() {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
    return enter(scanner, "metadata") && enter(scanner, "annotations")
        ? strings(scanner)
        : Map.of();
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

  /** Reads an object whose values are strings; null counts as none. */
  static Map<String, String> strings(JsonScanner scanner) {
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

  private String textAt(int at) {
    if (at < 0) {
      return "";
    }
    return new JsonScanner(json, at, json.length).string();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredObject that && key.equals(that.key) && isSameState(that);
  }

  @Override
  public int hashCode() {
    return key.hashCode() * 31 + resourceVersion().hashCode();
  }

  @Override
  public String toString() {
    return key + "@" + resourceVersion();
  }
}
