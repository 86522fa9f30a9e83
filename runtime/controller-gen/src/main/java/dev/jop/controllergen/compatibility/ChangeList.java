package dev.jop.controllergen.compatibility;

import dev.jop.controllergen.compatibility.ApiChange.Severity;
import java.util.ArrayList;
import java.util.List;

/** The changes that are found, each at its place. */
final class ChangeList {
  private final List<ApiChange> changes = new ArrayList<>();

  List<ApiChange> all() {
    return List.copyOf(changes);
  }

  /** The place of a whole kind. */
  Place at(String kind) {
    return new Place(kind, "");
  }

  /** Where a change is. */
  final class Place {
    private final String kind;
    private final String path;

    private Place(String kind, String path) {
      this.kind = kind;
      this.path = path;
    }

    Place version(String version) {
      return new Place(kind + "/" + version, path);
    }

    Place field(String name) {
      return new Place(kind, path.isEmpty() ? name : path + "." + name);
    }

    /** Any item of a list. */
    Place items() {
      return new Place(kind, path + "[*]");
    }

    void breaking(String what, String advice) {
      changes.add(new ApiChange(Severity.BREAKING, where(), what, advice));
    }

    void warning(String what, String advice) {
      changes.add(new ApiChange(Severity.WARNING, where(), what, advice));
    }

    private String where() {
      return path.isEmpty() ? kind : kind + ":" + path;
    }
  }
}
