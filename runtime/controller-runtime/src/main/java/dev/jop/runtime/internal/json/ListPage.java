package dev.jop.runtime.internal.json;

import dev.jop.runtime.internal.text.Printable;
import java.util.Objects;

/**
 * What a page of a list says beside its items.
 *
 * @param apiVersion group and version of the list
 * @param kind the kind of the list, such as {@code PodList}
 * @param resourceVersion the state of the whole that the list shows, empty if it does not say
 * @param next the token to ask for the next page with, empty if this is the last
 */
public record ListPage(String apiVersion, String kind, String resourceVersion, String next) {

  /**
   * Reads a page whose items were cut out by a {@link ListCutter}.
   *
   * @throws MalformedJsonException if it is no list but, say, an error or an empty object
   */
  public static ListPage parse(byte[] envelope) {
    JsonScanner scanner = new JsonScanner(envelope, 0, envelope.length);
    String apiVersion = "";
    String kind = "";
    String resourceVersion = "";
    String next = "";
    boolean hasItems = false;
    scanner.expect('{');
    for (String field = scanner.nextField(true); field != null; field = scanner.nextField(false)) {
      switch (field) {
        case "apiVersion" -> apiVersion = text(scanner);
        case "kind" -> kind = text(scanner);
        case "items" -> {
          skipWhereItemsWere(scanner);
          hasItems = true;
        }
        case "metadata" -> {
          scanner.expect('{');
          String inner = scanner.nextField(true);
          while (inner != null) {
            switch (inner) {
              case "resourceVersion" -> resourceVersion = text(scanner);
              case "continue" -> next = text(scanner);
              default -> scanner.skip();
            }
            inner = scanner.nextField(false);
          }
        }
        default -> scanner.skip();
      }
    }
    if (!hasItems || kind.isEmpty() || apiVersion.isEmpty()) {
      String what = kind.isEmpty() ? "an object without a kind" : "a " + Printable.of(kind);
      throw new MalformedJsonException("the answer is no list but " + what);
    }
    return new ListPage(apiVersion, kind, resourceVersion, next);
  }

  private static String text(JsonScanner scanner) {
    return Objects.requireNonNullElse(scanner.stringOrNull(), "");
  }

  /** Steps over what is left of an array of objects, commas; a list of nothing may be null. */
  private static void skipWhereItemsWere(JsonScanner scanner) {
    if (scanner.accept('n')) {
      scanner.skip();
      return;
    }
    scanner.expect('[');
    boolean more;
    do {
      more = scanner.accept(',');
    } while (more);
    if (!scanner.accept(']')) {
      throw new MalformedJsonException("the list has an item that is no object");
    }
  }
}
