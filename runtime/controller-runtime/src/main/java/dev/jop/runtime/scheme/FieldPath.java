package dev.jop.runtime.scheme;

import dev.jop.runtime.internal.text.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Where in an object a value is, written as the API server does: {@code spec.ports[2].name}, {@code
 * metadata.labels[app.kubernetes.io/name]}.
 *
 * @param parent what the value is a part of, null for the object itself
 * @param step the field's name, or the index in brackets
 */
public record FieldPath(@Nullable FieldPath parent, String step) {

  /** The object itself. */
  public static final FieldPath ROOT = new FieldPath(null, "");

  private static final int MOST_STEPS = 30;

  /** Where an error of Jackson's happened. */
  static FieldPath of(JacksonException e) {
    FieldPath path = ROOT;
    for (JacksonException.Reference step : e.getPath()) {
      String field = step.getPropertyName();
      path = field == null ? path.element(step.getIndex()) : path.field(field);
    }
    return path;
  }

  /** A field of the value at this path. */
  public FieldPath field(String name) {
    return new FieldPath(this, name);
  }

  /** An element of the list at this path. */
  public FieldPath element(int index) {
    return new FieldPath(this, "[" + index + "]");
  }

  /** The list at this path, any element of it. */
  public FieldPath element() {
    return new FieldPath(this, "[]");
  }

  /** The path, shortened if it is very long; without anything that could break a line of a log. */
  @Override
  public String toString() {
    Deque<String> steps = new ArrayDeque<>();
    FieldPath path = this;
    while (path.parent != null && steps.size() < MOST_STEPS) {
      steps.addFirst(path.step);
      path = path.parent;
    }
    StringBuilder text = new StringBuilder(path.parent == null ? "" : "…");
    steps.forEach(step -> append(step, text));
    return text.toString();
  }

  private static void append(String step, StringBuilder text) {
    if (step.matches("\\[\\d*]")) {
      text.append(step);
    } else if (step.matches("[\\w-]{1,100}")) {
      text.append(text.isEmpty() ? "" : ".").append(step);
    } else {
      text.append('[').append(Printable.of(step)).append(']');
    }
  }
}
