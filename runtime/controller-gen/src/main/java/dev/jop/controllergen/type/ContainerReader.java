package dev.jop.controllergen.type;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads Java's types that hold values of other types: lists, sets, maps, and {@code Optional}. */
final class ContainerReader {
  private static final String CONDITION = "io.fabric8.kubernetes.api.model.Condition";
  private static final String OPTIONAL = "java.util.Optional";
  private static final Set<String> LISTS =
      Set.of(
          "java.util.Collection",
          "java.util.SequencedCollection",
          "java.util.List",
          "java.util.ArrayList",
          "java.util.LinkedList");
  private static final Set<String> SETS =
      Set.of(
          "java.util.Set",
          "java.util.SequencedSet",
          "java.util.SortedSet",
          "java.util.NavigableSet",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.EnumSet");
  private static final Set<String> MAPS =
      Set.of(
          "java.util.Map",
          "java.util.SequencedMap",
          "java.util.SortedMap",
          "java.util.NavigableMap",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap");

  private final Sources sources;
  private final SchemaReader reader;

  ContainerReader(Sources sources, SchemaReader reader) {
    this.sources = sources;
    this.reader = reader;
  }

  static boolean isContainer(String name) {
    return name.equals(OPTIONAL)
        || LISTS.contains(name)
        || SETS.contains(name)
        || MAPS.contains(name);
  }

  Optional<Schema> read(DeclaredType type, String name, Element site, TypeScope scope) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty()) {
      sources.problems().error(site, type + " does not say what it holds");
      return Optional.empty();
    }
    if (MAPS.contains(name)) {
      return map(type, arguments.get(0), arguments.get(1), site, scope);
    }
    Optional<Schema> items = reader.argument(arguments.get(0), site, scope);
    if (name.equals(OPTIONAL)) {
      return items;
    }
    return LISTS.contains(name)
        ? items.map(schema -> list(schema, arguments.get(0)))
        : items.flatMap(schema -> set(schema, site));
  }

  /** A list of conditions is one that several writers keep, each its own type of condition. */
  private static Schema list(Schema items, TypeMirror argument) {
    Schema list = Schema.listOf(items);
    return isNamed(argument, CONDITION)
        ? list.with("x-kubernetes-list-type", "map")
            .with("x-kubernetes-list-map-keys", List.of("type"))
        : list;
  }

  private Optional<Schema> set(Schema items, Element site) {
    if (items.type() == SchemaType.OBJECT
        || items.type() == SchemaType.ARRAY
        || items.type() == SchemaType.INT_OR_STRING
        || items.type() == SchemaType.ANY) {
      sources
          .problems()
          .error(
              site,
              "the API server keeps sets of plain values only, not of type "
                  + items.type()
                  + "; use a List");
      return Optional.empty();
    }
    return Optional.of(Schema.listOf(items).with("x-kubernetes-list-type", "set"));
  }

  private Optional<Schema> map(
      DeclaredType type, TypeMirror key, TypeMirror value, Element site, TypeScope scope) {
    List<String> names = List.of();
    if (key instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM) {
      names = EnumReader.names((TypeElement) declared.asElement(), sources);
    } else if (!isNamed(key, "java.lang.String")) {
      sources
          .problems()
          .error(
              site,
              "the keys of a map must be strings or an enum, not as in " + scope.describe(type));
      return Optional.empty();
    }
    Optional<Schema> map = reader.argument(value, site, scope).map(Schema::mapOf);
    List<String> keys = names;
    return keys.isEmpty() ? map : map.map(schema -> withKeys(schema, keys));
  }

  /** A map by the constants of an enum has no other keys, and so no more than there are. */
  private static Schema withKeys(Schema map, List<String> names) {
    String list = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return map.with("maxProperties", (long) names.size())
        .withRule(
            Rule.of(
                "self.all(key, key in [" + list + "])", "the keys must be among " + names, null));
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
