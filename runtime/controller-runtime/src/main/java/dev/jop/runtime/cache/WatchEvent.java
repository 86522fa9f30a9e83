package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import org.jspecify.annotations.Nullable;

/**
 * One event of a watch.
 *
 * @param type what happened
 * @param object to which object; null for a bookmark
 * @param resourceVersion the state of the whole after it
 */
record WatchEvent(Type type, @Nullable StoredObject object, String resourceVersion) {

  enum Type {
    ADDED,
    MODIFIED,
    DELETED,
    BOOKMARK
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException if it is none, or one of an object that cannot be read
   * @throws ExpiredException if it says that the version watched from is too old
   * @throws ApiException if it says that something else went wrong
   */
  static WatchEvent parse(byte[] json) {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
    String type = "";
    int start = 0;
    int end = 0;
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals("type")) {
        type = scanner.string();
      } else {
        scanner.peek();
        int valueStart = scanner.position();
        scanner.skip();
        if (field.equals("object")) {
          start = valueStart;
          end = scanner.position();
        }
      }
      field = scanner.nextField(false);
    }
    if (type.equals("ERROR")) {
      throw error(json, start, end);
    }
    if (type.equals("BOOKMARK")) {
      return new WatchEvent(Type.BOOKMARK, null, bookmark(json, start, end));
    }
    StoredObject object = StoredObject.parse(json, start, end);
    return new WatchEvent(Type.valueOf(type), object, object.resourceVersion());
  }

  private static String bookmark(byte[] json, int start, int end) {
    JsonScanner scanner = new JsonScanner(json, start, end);
    if (StoredObject.enter(scanner, "metadata") && StoredObject.enter(scanner, "resourceVersion")) {
      return scanner.string();
    }
    throw new IllegalArgumentException("a bookmark without a resource version");
  }

  /** The error that a Status object tells of. */
  private static ApiException error(byte[] json, int start, int end) {
    int code = 0;
    String reason = "";
    String message = "";
    JsonScanner scanner = new JsonScanner(json, start, end);
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      switch (field) {
        case "code" -> code = (int) scanner.number();
        case "reason" -> reason = scanner.string();
        case "message" -> message = scanner.string();
        default -> scanner.skip();
      }
      field = scanner.nextField(false);
    }
    return code == 410
        ? new ExpiredException(message, code, reason)
        : new ApiException("the watch ended: " + message, code, reason);
  }
}
