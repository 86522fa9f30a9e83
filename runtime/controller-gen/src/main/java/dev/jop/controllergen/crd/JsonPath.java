package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON path from an object to a value in it, as {@code kubectl} and the API server read it.
 *
 * @param text the path
 * @param steps its parts, in their order
 */
record JsonPath(String text, List<Step> steps) {
  private static final Pattern NAME = Pattern.compile("\\.((?:[^.\\[\\]\\\\\\s]|\\\\.)+)");
  private static final Pattern QUOTED = Pattern.compile("\\[(?:'([^']*)'|\"([^\"]*)\")\\]");
  private static final Pattern ITEMS = Pattern.compile("\\[(\\*|-?[0-9]*(:-?[0-9]*){0,2})\\]");
  private static final Pattern FILTER =
      Pattern.compile("\\[\\?\\(\\s*@(.*?)\\s*(?:(==|!=|<=|>=|<|>)\\s*(.*?)\\s*)?\\)\\]");
  private static final Pattern ANY_DEPTH = Pattern.compile("\\.\\.");

  /** What the API server itself says of an object, beside what its schema says. */
  private static final Set<String> METADATA =
      Set.of(
          "name",
          "generateName",
          "namespace",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "labels",
          "annotations",
          "ownerReferences",
          "finalizers",
          "managedFields");

  /** One part of a path. */
  sealed interface Step {
    /** A property, or an entry of a map. */
    record Name(String name) implements Step {}

    /**
     * Items of a list.
     *
     * @param filter the path inside an item that decides, or empty
     */
    record Items(String filter) implements Step {}

    /** Any value below, however deep. */
    record AnyDepth() implements Step {}
  }

  /**
   * Returns the path of a text.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static JsonPath parse(String text) {
    if (!text.startsWith(".")) {
      throw new IllegalArgumentException("the path must begin with a dot, as in .spec.replicas");
    }
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Matcher anyDepth = ANY_DEPTH.matcher(text).region(at, text.length());
      Matcher name = NAME.matcher(text).region(at, text.length());
      Matcher quoted = QUOTED.matcher(text).region(at, text.length());
      Matcher items = ITEMS.matcher(text).region(at, text.length());
      Matcher filter = FILTER.matcher(text).region(at, text.length());
      if (anyDepth.lookingAt()) {
        steps.add(new Step.AnyDepth());
        return new JsonPath(text, steps);
      } else if (name.lookingAt()) {
        steps.add(new Step.Name(name.group(1).replaceAll("\\\\(.)", "$1")));
        at = name.end();
      } else if (quoted.lookingAt()) {
        steps.add(new Step.Name(quoted.group(1) == null ? quoted.group(2) : quoted.group(1)));
        at = quoted.end();
      } else if (items.lookingAt()) {
        steps.add(new Step.Items(""));
        at = items.end();
      } else if (filter.lookingAt()) {
        steps.add(new Step.Items(filter.group(1)));
        at = filter.end();
      } else {
        throw new IllegalArgumentException(
            "the path " + text + " cannot be read from " + text.substring(at) + " on");
      }
    }
    return new JsonPath(text, steps);
  }

  /** Returns whether it goes from name to name only. */
  boolean isSimple() {
    return steps.stream().allMatch(Step.Name.class::isInstance);
  }

  /** Returns whether it begins with a property of the object itself. */
  boolean isBelow(String property) {
    return steps.size() > 1 && steps.get(0).equals(new Step.Name(property));
  }

  /**
   * Returns the schema of the value that it leads to; empty where the schema does not tell.
   *
   * @throws IllegalArgumentException saying where it leads to nowhere
   */
  Optional<Schema> follow(Schema root) {
    if (steps.get(0).equals(new Step.Name("metadata"))) {
      followMetadata();
      return Optional.empty();
    }
    Schema at = root;
    for (int i = 0; i < steps.size(); i++) {
      if (at.preservesUnknown() && !isKnown(steps.get(i), at)) {
        return Optional.empty();
      }
      Optional<Schema> next = next(steps.get(i), at, i);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private void followMetadata() {
    if (steps.size() > 1
        && steps.get(1) instanceof Step.Name second
        && !METADATA.contains(second.name())) {
      throw nowhere(1, "");
    }
  }

  private static boolean isKnown(Step step, Schema at) {
    return step instanceof Step.Name name && at.properties().containsKey(name.name());
  }

  private Optional<Schema> next(Step step, Schema at, int index) {
    if (step instanceof Step.Name name) {
      Schema next = at.properties().getOrDefault(name.name(), at.additional());
      if (next == null) {
        throw at.type() == SchemaType.OBJECT
            ? nowhere(index, "")
            : nowhere(index - 1, " with properties");
      }
      return Optional.of(next);
    }
    if (step instanceof Step.Items items) {
      Schema next = at.items();
      if (next == null) {
        throw nowhere(index - 1, " with items");
      }
      if (items.filter().startsWith(".")) {
        parse(items.filter()).follow(next);
      }
      return Optional.of(next);
    }
    return Optional.empty();
  }

  private IllegalArgumentException nowhere(int last, String what) {
    StringBuilder way = new StringBuilder();
    for (Step step : steps.subList(0, last + 1)) {
      way.append(step instanceof Step.Name name ? "." + name.name() : "[]");
    }
    return new IllegalArgumentException(
        "the path " + text + " leads nowhere: there is no " + way + what);
  }
}
