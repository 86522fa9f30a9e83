package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.jop.controllergen.cel.syntax.CelName;
import dev.jop.controllergen.marker.Markers;
import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.markers.validation.Immutable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the schema of an object of its properties, and says which of them are required. */
final class PropertiesReader {
  private final Sources sources;
  private final SchemaReader reader;

  PropertiesReader(Sources sources, SchemaReader reader) {
    this.sources = sources;
    this.reader = reader;
  }

  /** Returns the schema of an object; empty after an error in any of the properties. */
  Optional<Schema> read(List<Property> properties) {
    Map<String, Schema> schemas = new TreeMap<>();
    TreeSet<String> required = new TreeSet<>();
    List<Rule> rules = new ArrayList<>();
    boolean complete = true;
    for (Property property : properties) {
      Optional<Schema> schema = schema(property);
      complete &= schema.isPresent();
      if (property.isUnwrapped()) {
        schema.ifPresent(inner -> unwrap(property, inner, schemas, required, rules));
        continue;
      }
      schema.ifPresent(s -> put(schemas, property.name(), s, property));
      if (isRequired(property)) {
        required.add(property.name());
      } else {
        property
            .annotation(Immutable.class)
            .flatMap(use -> onceSet(property.name(), use))
            .ifPresent(rules::add);
      }
    }
    return complete
        ? Optional.of(Schema.object(schemas, required).withRules(rules))
        : Optional.empty();
  }

  private Optional<Schema> schema(Property property) {
    return reader
        .value(property.type(), property.annotations(), property.site(), property.scope())
        .map(schema -> schema.describedAs(property.description()));
  }

  /** The rule of the property itself is not asked when the property goes away. */
  private Optional<Rule> onceSet(String name, AnnotationUse use) {
    Optional<String> spoken = CelName.escaped(name);
    if (spoken.isEmpty()) {
      sources.problems().error(use, "CEL has no name for the property " + name);
    }
    return spoken.map(
        escaped ->
            Rule.of(
                "!has(oldSelf." + escaped + ") || has(self." + escaped + ")",
                "field " + name + " is immutable once set",
                use));
  }

  private void put(Map<String, Schema> schemas, String name, Schema schema, Property property) {
    if (schemas.put(name, schema) != null) {
      sources.problems().error(property.site(), "there are two properties with the name " + name);
    }
  }

  private void unwrap(
      Property property,
      Schema inner,
      Map<String, Schema> schemas,
      Set<String> required,
      List<Rule> rules) {
    if (inner.type() != SchemaType.OBJECT || inner.additional() != null) {
      sources.problems().error(property.site(), "only an object with properties can be unwrapped");
      return;
    }
    AnnotationUse use = property.annotation(JsonUnwrapped.class).orElseThrow();
    String prefix = use.text("prefix");
    String suffix = use.text("suffix");
    if (!inner.rules().isEmpty() && !(prefix + suffix).isEmpty()) {
      sources
          .problems()
          .error(
              use, "its rules do not know the names with the prefix and suffix; leave these out");
    } else {
      rules.addAll(inner.rules());
    }
    inner
        .properties()
        .forEach((name, schema) -> put(schemas, prefix + name + suffix, schema, property));
    if (!property.mayBeAbsent()) {
      inner.required().forEach(name -> required.add(prefix + name + suffix));
    }
  }

  private boolean isRequired(Property property) {
    boolean required = property.annotations().stream().anyMatch(Markers::requires);
    boolean optional = property.has(dev.jop.markers.validation.Optional.class);
    if (required && optional) {
      sources.problems().error(property.site(), "cannot be both @Required and @Optional");
    }
    if (required || optional) {
      return required;
    }
    return !property.mayBeAbsent()
        && property.annotations().stream().noneMatch(Markers::givesDefault)
        && !isOptionalByPackage(property);
  }

  private boolean isOptionalByPackage(Property property) {
    return sources
            .elements()
            .getPackageOf(property.site())
            .getAnnotation(dev.jop.markers.validation.Optional.class)
        != null;
  }
}
