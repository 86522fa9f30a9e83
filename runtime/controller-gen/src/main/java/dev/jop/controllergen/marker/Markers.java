package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Problems;
import dev.jop.markers.validation.AcceptsNull;
import dev.jop.markers.validation.AtLeastOneOf;
import dev.jop.markers.validation.AtMostOneOf;
import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.EmbeddedResource;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.ExactlyOneOf;
import dev.jop.markers.validation.Example;
import dev.jop.markers.validation.ExternalDocs;
import dev.jop.markers.validation.Format;
import dev.jop.markers.validation.Immutable;
import dev.jop.markers.validation.ListType;
import dev.jop.markers.validation.MapType;
import dev.jop.markers.validation.MaxItems;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MaxProperties;
import dev.jop.markers.validation.Maximum;
import dev.jop.markers.validation.MinItems;
import dev.jop.markers.validation.MinLength;
import dev.jop.markers.validation.MinProperties;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.MultipleOf;
import dev.jop.markers.validation.Optional;
import dev.jop.markers.validation.Pattern;
import dev.jop.markers.validation.PreserveUnknownFields;
import dev.jop.markers.validation.Required;
import dev.jop.markers.validation.Schemaless;
import dev.jop.markers.validation.StructType;
import dev.jop.markers.validation.Title;
import dev.jop.markers.validation.UniqueItems;
import dev.jop.markers.validation.Validation;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies the annotations on a value to its schema.
 *
 * <p>The order of the annotations in the source does not matter, but for rules: limits come first,
 * and defaults and examples, which must keep to them, last.
 */
public final class Markers {
  private static final Map<String, ValueMarker> VALUES = new LinkedHashMap<>();

  /** Those that are read before there is a schema, or that say something about its object. */
  private static final Set<String> OTHERS =
      Set.of(
          Required.class.getName(),
          Optional.class.getName(),
          Schemaless.class.getName(),
          dev.jop.markers.validation.SchemaType.class.getName());

  static {
    put(Minimum.class, new BoundMarker("minimum", "exclusiveMinimum"));
    put(Maximum.class, new BoundMarker("maximum", "exclusiveMaximum"));
    put(MultipleOf.class, new NumberMarker("multipleOf", true));
    put(MinLength.class, new SizeMarker("minLength", SchemaType.STRING));
    put(MaxLength.class, new SizeMarker("maxLength", SchemaType.STRING));
    put(MinItems.class, new SizeMarker("minItems", SchemaType.ARRAY));
    put(MaxItems.class, new SizeMarker("maxItems", SchemaType.ARRAY));
    put(MinProperties.class, new SizeMarker("minProperties", SchemaType.OBJECT));
    put(MaxProperties.class, new SizeMarker("maxProperties", SchemaType.OBJECT));
    put(Pattern.class, new PatternMarker());
    put(Format.class, new FormatMarker());
    put(UniqueItems.class, (use, schema) -> ListTypeMarker.set(schema));
    put(ListType.class, new ListTypeMarker());
    put(MapType.class, new MapTypeMarker());
    put(StructType.class, new MapTypeMarker());
    put(PreserveUnknownFields.class, new PreserveUnknownFieldsMarker());
    put(EmbeddedResource.class, new EmbeddedResourceMarker());
    put(AcceptsNull.class, (use, schema) -> schema.with("nullable", true));
    put(Title.class, (use, schema) -> schema.with("title", use.text("value")));
    put(ExternalDocs.class, new ExternalDocsMarker());
    put(Validation.class, new ValidationMarker());
    put(Immutable.class, new ImmutableMarker());
    put(AtMostOneOf.class, OneOfMarker.AT_MOST);
    put(ExactlyOneOf.class, OneOfMarker.EXACTLY);
    put(AtLeastOneOf.class, OneOfMarker.AT_LEAST);
    VALUES.putAll(ForeignMarkers.all());
    put(Enum.class, new EnumMarker());
    put(Example.class, new LiteralMarker("example"));
    put(Default.class, new LiteralMarker("default"));
  }

  private Markers() {}

  private static void put(Class<? extends Annotation> type, ValueMarker marker) {
    VALUES.put(type.getName(), marker);
  }

  /** Returns whether an annotation is one that only a property or a value inside it can have. */
  public static boolean isForValues(AnnotationUse use) {
    return VALUES.containsKey(use.qualifiedName()) || OTHERS.contains(use.qualifiedName());
  }

  /** Returns whether an annotation makes a property required. */
  public static boolean requires(AnnotationUse use) {
    return use.is(Required.class) || ForeignMarkers.isRequired(use);
  }

  /** Returns whether an annotation gives a property a default. */
  public static boolean givesDefault(AnnotationUse use) {
    return use.is(Default.class) || use.qualifiedName().equals(ForeignMarkers.FABRIC8 + "Default");
  }

  /** Returns the schema of a type with what the annotations on its declaration say. */
  public static Schema applyToType(List<AnnotationUse> uses, Schema schema, Problems problems) {
    return put(uses, schema, problems);
  }

  /**
   * Returns the schema with what the annotations on a property or a type in angle brackets say;
   * each misuse is reported and leaves no trace in it.
   *
   * <p>The limits of the value's type hold as well, and its rules come after those of the value.
   */
  public static Schema apply(List<AnnotationUse> uses, Schema schema, Problems problems) {
    Schema result = put(uses, schema.withRules(List.of()), problems);
    List<Rule> rules = new ArrayList<>(result.rules());
    rules.addAll(schema.rules());
    return Conflicts.resolved(schema, result.withRules(rules));
  }

  private static Schema put(List<AnnotationUse> uses, Schema schema, Problems problems) {
    Schema result = schema;
    for (Map.Entry<String, ValueMarker> marker : VALUES.entrySet()) {
      for (AnnotationUse use : uses) {
        if (use.qualifiedName().equals(marker.getKey())) {
          try {
            result = RangeCheck.checked(marker.getValue().apply(use, result));
          } catch (MisuseException misuse) {
            problems.error(use, String.valueOf(misuse.getMessage()));
          }
        }
      }
    }
    uses.stream()
        .filter(ForeignMarkers::isLost)
        .forEach(use -> problems.warning(use, "the API server cannot check this"));
    return result;
  }
}
