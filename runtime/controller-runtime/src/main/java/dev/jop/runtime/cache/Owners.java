package dev.jop.runtime.cache;

import dev.jop.runtime.internal.json.JsonScanner;
import dev.jop.runtime.meta.Owner;
import java.util.ArrayList;
import java.util.List;

/** Reads owner references. */
final class Owners {

  private Owners() {}

  /** Reads an array of them; anything else counts as none. */
  static List<Owner> read(JsonScanner scanner) {
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
        case "apiVersion" -> apiVersion = scanner.recentString();
        case "kind" -> kind = scanner.recentString();
        case "name" -> name = scanner.string();
        case "uid" -> uid = scanner.string();
        case "controller" -> controller = scanner.bool();
        default -> scanner.skip();
      }
      field = scanner.nextField(false);
    }
    return new Owner(apiVersion, kind, name, uid, controller);
  }
}
