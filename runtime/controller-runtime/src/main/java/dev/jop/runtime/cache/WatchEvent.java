package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import dev.jop.runtime.internal.json.ForeignObjectException;
import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.internal.text.Printable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of a watch.
 *
 * @param type what happened
 * @param object to which object; null for a bookmark
 * @param resourceVersion the state of the whole after it
 */
record WatchEvent(Type type, @Nullable StoredObject object, String resourceVersion) {

  private static final String INITIAL_EVENTS_END = "k8s.io/initial-events-end";
  private static final int LONGEST_MESSAGE = 1_000;

  enum Type {
    ADDED,
    MODIFIED,
    DELETED,
    /** The state of the whole has moved on, without an event for this watch. */
    BOOKMARK,
    /** A bookmark that ends the events of what was there when the watch began. */
    INITIAL_END
  }

  /**
   * Reads an event from a part of these bytes.
   *
   * @throws IllegalArgumentException if it is none, or one of an object that cannot be read
   * @throws ForeignObjectException if it is not of an object that the parser expects
   * @throws ExpiredException if it says that the version watched from is too old
   * @throws ApiException if it says that something else went wrong
   */
  static WatchEvent parse(byte[] json, int start, int end, ObjectParser parser) {
    JsonScanner scanner = new JsonScanner(json, start, end);
    String type = type(new JsonScanner(json, start, end));
    if (!StoredObject.enter(scanner, "object")) {
      throw new IllegalArgumentException("a watch event without an object");
    }
    return switch (type) {
      case "ERROR" -> throw error(scanner);
      case "BOOKMARK" -> bookmark(scanner, parser);
      case "ADDED", "MODIFIED", "DELETED" -> {
        StoredObject object = parser.parse(scanner);
        parser.refuseNameless();
        yield new WatchEvent(Type.valueOf(type), object, object.resourceVersion());
      }
      default ->
          throw new IllegalArgumentException("an event of the unknown type " + Printable.of(type));
    };
  }

  private static String type(JsonScanner scanner) {
    if (!StoredObject.enter(scanner, "type")) {
      throw new IllegalArgumentException("a watch event without a type");
    }
    return scanner.string();
  }

  private static WatchEvent bookmark(JsonScanner scanner, ObjectParser parser) {
    String apiVersion = null;
    String kind = null;
    String version = "";
    boolean ends = false;
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      switch (field) {
        case "apiVersion" -> apiVersion = scanner.recentStringOrNull();
        case "kind" -> kind = scanner.recentStringOrNull();
        case "metadata" -> {
          scanner.expect('{');
          String inner = scanner.nextField(true);
          while (inner != null) {
            switch (inner) {
              case "resourceVersion" -> version = scanner.string();
              case "annotations" ->
                  ends = "true".equals(StoredObject.strings(scanner).get(INITIAL_EVENTS_END));
              default -> scanner.skip();
            }
            inner = scanner.nextField(false);
          }
        }
        default -> scanner.skip();
      }
      field = scanner.nextField(false);
    }
    parser.refuseOtherKind(apiVersion, kind);
    if (version.isEmpty()) {
      throw new IllegalArgumentException("a bookmark without a resource version");
    }
    return new WatchEvent(ends ? Type.INITIAL_END : Type.BOOKMARK, null, version);
  }

  /** The error that a Status object tells of. */
  private static ApiException error(JsonScanner scanner) {
    int code = 0;
    String reason = "";
    String message = "";
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      switch (field) {
        case "code" -> code = (int) scanner.number();
        case "reason" -> reason = Objects.requireNonNullElse(scanner.stringOrNull(), "");
        case "message" -> message = Objects.requireNonNullElse(scanner.stringOrNull(), "");
        default -> scanner.skip();
      }
      field = scanner.nextField(false);
    }
    String told = Printable.of(message, LONGEST_MESSAGE);
    return code == 410
        ? new ExpiredException(told, code, reason)
        : new ApiException("the watch ended: " + told, code, reason);
  }
}
