package dev.jop.envtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes to the command line of a server, applied in order to the flags that the environment sets
 * itself.
 *
 * <p>Names are written without dashes: {@code Flags.none().set("v",
 * "4").remove("enable-priority-and-fairness")}.
 */
public record Flags(List<Change> changes) {
  private enum Kind {
    SET,
    APPEND,
    REMOVE
  }

  /** One change of one flag. */
  public static final class Change {
    private final Kind kind;
    private final String name;
    private final List<String> values;

    private Change(Kind kind, String name, List<String> values) {
      this.kind = kind;
      this.name = name.replaceFirst("^--?", "");
      this.values = List.copyOf(values);
    }

    private void applyTo(Map<String, List<String>> flags) {
      switch (kind) {
        case SET -> flags.put(name, values);
        case APPEND -> {
          List<String> all = new ArrayList<>(flags.getOrDefault(name, List.of()));
          all.addAll(values);
          flags.put(name, all);
        }
        case REMOVE -> flags.remove(name);
      }
    }
  }

  /** Copies the list. */
  public Flags {
    changes = List.copyOf(changes);
  }

  /** Leaves the command line as it is. */
  public static Flags none() {
    return new Flags(List.of());
  }

  /** Sets a flag to these values and no others; several values repeat the flag. */
  public Flags set(String name, String... values) {
    return with(new Change(Kind.SET, name, List.of(values)));
  }

  /** Repeats a flag with these values after those it has. */
  public Flags append(String name, String... values) {
    return with(new Change(Kind.APPEND, name, List.of(values)));
  }

  /** Takes a flag away. */
  public Flags remove(String name) {
    return with(new Change(Kind.REMOVE, name, List.of()));
  }

  private Flags with(Change change) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return new Flags(all);
  }

  /** Renders the given flags with these changes as arguments. */
  List<String> render(Map<String, String> base) {
    Map<String, List<String>> flags = new LinkedHashMap<>();
    base.forEach((name, value) -> flags.put(name, List.of(value)));
    changes.forEach(change -> change.applyTo(flags));
    List<String> arguments = new ArrayList<>();
    flags.forEach(
        (name, values) -> values.forEach(value -> arguments.add("--" + name + "=" + value)));
    return arguments;
  }
}
