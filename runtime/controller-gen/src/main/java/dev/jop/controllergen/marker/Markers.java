package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Problems;
import dev.jop.runtime.marker.Default;
import dev.jop.runtime.marker.Enum;
import dev.jop.runtime.marker.MaxItems;
import dev.jop.runtime.marker.MaxLength;
import dev.jop.runtime.marker.Maximum;
import dev.jop.runtime.marker.MinItems;
import dev.jop.runtime.marker.MinLength;
import dev.jop.runtime.marker.Minimum;
import dev.jop.runtime.marker.Optional;
import dev.jop.runtime.marker.Pattern;
import dev.jop.runtime.marker.Required;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies the annotations on a value to its schema.
 *
 * <p>The order of the annotations in the source does not matter: limits come first, and the
 * default, which must keep to them, last.
 */
public final class Markers {
  private static final Map<Class<? extends Annotation>, ValueMarker> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put(Minimum.class, new BoundMarker("minimum", "exclusiveMinimum"));
    VALUES.put(Maximum.class, new BoundMarker("maximum", "exclusiveMaximum"));
    VALUES.put(MinLength.class, new SizeMarker("minLength", SchemaType.STRING));
    VALUES.put(MaxLength.class, new SizeMarker("maxLength", SchemaType.STRING));
    VALUES.put(MinItems.class, new SizeMarker("minItems", SchemaType.ARRAY));
    VALUES.put(MaxItems.class, new SizeMarker("maxItems", SchemaType.ARRAY));
    VALUES.put(Pattern.class, new PatternMarker());
    VALUES.put(Enum.class, new EnumMarker());
    VALUES.put(Default.class, new DefaultMarker());
  }

  private Markers() {}

  /** Returns whether an annotation is one that only a property or a value inside it can have. */
  public static boolean isForValues(AnnotationUse use) {
    return use.is(Required.class)
        || use.is(Optional.class)
        || VALUES.keySet().stream().anyMatch(use::is);
  }

  /**
   * Returns the schema with what the annotations say; each misuse is reported and leaves no trace
   * in it.
   */
  public static Schema apply(List<AnnotationUse> uses, Schema schema, Problems problems) {
    Schema result = schema;
    for (Map.Entry<Class<? extends Annotation>, ValueMarker> marker : VALUES.entrySet()) {
      for (AnnotationUse use : uses) {
        if (use.is(marker.getKey())) {
          try {
            result = RangeCheck.checked(marker.getValue().apply(use, result));
          } catch (MisuseException misuse) {
            problems.error(use, String.valueOf(misuse.getMessage()));
          }
        }
      }
    }
    return result;
  }
}
