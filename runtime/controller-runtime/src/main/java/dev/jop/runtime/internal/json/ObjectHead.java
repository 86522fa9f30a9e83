package dev.jop.runtime.internal.json;

import dev.jop.runtime.internal.text.Printable;
import java.util.Objects;

/**
 * What a Kubernetes object in JSON calls itself; what it does not say is empty.
 *
 * @param apiVersion its group and version, which items of lists mostly do not say
 * @param kind its kind, likewise
 * @param namespace its namespace
 * @param name its name
 * @param resourceVersion its state
 */
public record ObjectHead(
    String apiVersion, String kind, String namespace, String name, String resourceVersion) {

  /**
   * Reads it from a part of these bytes.
   *
   * @throws MalformedJsonException if they are no JSON object
   */
  public static ObjectHead read(byte[] json, int start, int end) {
    JsonScanner scanner = new JsonScanner(json, start, end);
    String apiVersion = "";
    String kind = "";
    String namespace = "";
    String name = "";
    String resourceVersion = "";
    scanner.expect('{');
    String field = scanner.nextField(true);
    while (field != null) {
      if (field.equals("metadata") && scanner.accept('{')) {
        String inner = scanner.nextField(true);
        while (inner != null) {
          switch (inner) {
            case "namespace" -> namespace = text(scanner);
            case "name" -> name = text(scanner);
            case "resourceVersion" -> resourceVersion = text(scanner);
            default -> scanner.skip();
          }
          inner = scanner.nextField(false);
        }
      } else {
        switch (field) {
          case "apiVersion" -> apiVersion = text(scanner);
          case "kind" -> kind = text(scanner);
          default -> scanner.skip();
        }
      }
      field = scanner.nextField(false);
    }
    return new ObjectHead(apiVersion, kind, namespace, name, resourceVersion);
  }

  private static String text(JsonScanner scanner) {
    return Objects.requireNonNullElse(scanner.stringOrNull(), "");
  }

  /** {@code namespace/name}, the name alone, or that there is none. */
  public String key() {
    if (name.isEmpty()) {
      return "an object without a name";
    }
    return (namespace.isEmpty() ? "" : Printable.of(namespace) + "/") + Printable.of(name);
  }
}
