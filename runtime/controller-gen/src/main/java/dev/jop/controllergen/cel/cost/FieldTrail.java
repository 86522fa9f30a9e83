package dev.jop.controllergen.cel.cost;

import java.util.Arrays;
import java.util.List;

/**
 * The way from a variable down to a value, as names of fields and {@code @items}, {@code @keys} and
 * {@code @values}.
 *
 * <p>The API server's estimator extends such ways in place when there is room, as Go's slices do:
 * two ways that begin alike may share what comes after, and the later one overwrites the earlier.
 * That changes what some rules cost, so it is the same here.
 */
final class FieldTrail {
  static final FieldTrail NONE = new FieldTrail(new String[0], 0);

  private final String[] names;
  private final int length;

  private FieldTrail(String[] names, int length) {
    this.names = names;
    this.length = length;
  }

  static FieldTrail of(String variable) {
    return new FieldTrail(new String[] {variable}, 1);
  }

  FieldTrail then(String name) {
    String[] room =
        length < names.length ? names : Arrays.copyOf(names, Math.max(1, 2 * names.length));
    room[length] = name;
    return new FieldTrail(room, length + 1);
  }

  boolean isEmpty() {
    return length == 0;
  }

  List<String> names() {
    return Arrays.asList(names).subList(0, length);
  }
}
