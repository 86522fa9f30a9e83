package dev.jop.runtime.internal.json;

/**
 * What a page of a list says beside its items.
 *
 * @param resourceVersion the state of the whole that the list shows
 * @param next what to ask for the next page; empty if this is the last
 */
public record ListPage(String resourceVersion, String next) {

  /**
   * Reads a page, with its items or without them.
   *
   * @throws IllegalArgumentException if the bytes are no JSON object
   */
  public static ListPage parse(byte[] json) {
    JsonScanner scanner = new JsonScanner(json, 0, json.length);
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
      } else {
        scanner.skip();
      }
      field = scanner.nextField(false);
    }
    return new ListPage(resourceVersion, next);
  }
}
