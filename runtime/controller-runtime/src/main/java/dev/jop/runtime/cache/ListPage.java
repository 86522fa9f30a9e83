package dev.jop.runtime.cache;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a list.
 *
 * @param objects what it holds
 * @param resourceVersion the state of the whole that the list shows
 * @param next what to ask for the next page, fit for a query; empty if this is the last
 */
record ListPage(List<StoredObject> objects, String resourceVersion, String next) {

  /**
   * Reads a page.
   *
   * @param unreadable is told of each object in it that cannot be read and is passed over
   * @throws IllegalArgumentException if the bytes are no JSON object
   */
  static ListPage parse(byte[] json, ObjectParser parser, Unreadable unreadable) {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
    List<StoredObject> objects = new ArrayList<>();
    String resourceVersion = "";
    String next = "";
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals("metadata") && scanner.accept('{')) {
        String inner = scanner.nextField(true);
        while (inner != null) {
          switch (inner) {
            case "resourceVersion" -> resourceVersion = scanner.string();
            case "continue" -> next = scanner.string();
            default -> scanner.skip();
          }
          inner = scanner.nextField(false);
        }
      } else if (field.equals("items") && scanner.accept('[')) {
        readItems(json, scanner, parser, unreadable, objects);
      } else {
        scanner.skip();
      }
      field = scanner.nextField(false);
    }
    return new ListPage(objects, resourceVersion, URLEncoder.encode(next, StandardCharsets.UTF_8));
  }

  private static void readItems(
      byte[] json,
      JsonScanner scanner,
      ObjectParser parser,
      Unreadable unreadable,
      List<StoredObject> objects) {
    boolean first = true;
    while (scanner.nextElement(first)) {
      scanner.peek();
      int start = scanner.position();
      scanner.skip();
      try {
        objects.add(parser.parse(new JsonScanner(json, start, scanner.position())));
      } catch (IllegalArgumentException e) {
        unreadable.report(json, start, scanner.position(), String.valueOf(e.getMessage()));
      }
      first = false;
    }
  }
}
