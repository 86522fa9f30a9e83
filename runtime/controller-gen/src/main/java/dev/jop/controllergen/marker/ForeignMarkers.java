package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The annotations of Jakarta Validation and of fabric8's generator that say the same as ours.
 *
 * <p>They are known by name, so that a project needs neither.
 */
final class ForeignMarkers {
  static final String JAKARTA = "jakarta.validation.constraints.";
  static final String FABRIC8 = Fabric8Packages.GENERATOR;

  /** Those that are about the kind which has the property. */
  private static final List<String> NOTES =
      List.of(
          Fabric8Packages.MODEL + "SpecReplicas",
          Fabric8Packages.MODEL + "StatusReplicas",
          Fabric8Packages.MODEL + "LabelSelector",
          Fabric8Packages.CRD_GENERATOR + "PrinterColumn",
          Fabric8Packages.CRD_GENERATOR + "SelectableField");

  /** Those that take a schema from elsewhere, which would pass by what the sources say. */
  private static final List<String> BORROWERS =
      List.of(
          Fabric8Packages.CRD_GENERATOR + "SchemaFrom",
          Fabric8Packages.CRD_GENERATOR + "SchemaSwap");

  /** Those that make a property required, whatever else they say. */
  private static final Set<String> REQUIRED =
      Set.of(JAKARTA + "NotNull", JAKARTA + "NotEmpty", JAKARTA + "NotBlank", FABRIC8 + "Required");

  /** Those that say nothing that an API server could check, or that are read elsewhere. */
  private static final Set<String> SILENT =
      Set.of(JAKARTA + "NotNull", JAKARTA + "Null", FABRIC8 + "Required");

  private ForeignMarkers() {}

  static boolean isRequired(AnnotationUse use) {
    return REQUIRED.contains(use.qualifiedName());
  }

  /** Returns whether an annotation is a limit of values that has no meaning in a schema. */
  static boolean isLost(AnnotationUse use) {
    String name = use.qualifiedName();
    return (name.startsWith(JAKARTA) || name.startsWith(FABRIC8))
        && !all().containsKey(name)
        && !SILENT.contains(name);
  }

  static Map<String, ValueMarker> all() {
    Map<String, ValueMarker> markers = new LinkedHashMap<>();
    markers.put(JAKARTA + "Min", (use, schema) -> number(schema, "minimum", use.text("value")));
    markers.put(JAKARTA + "Max", (use, schema) -> number(schema, "maximum", use.text("value")));
    markers.put(JAKARTA + "DecimalMin", (use, schema) -> inclusive(use, schema, "Minimum"));
    markers.put(JAKARTA + "DecimalMax", (use, schema) -> inclusive(use, schema, "Maximum"));
    markers.put(
        JAKARTA + "Positive",
        (use, schema) -> number(schema, "minimum", "0").with("exclusiveMinimum", true));
    markers.put(JAKARTA + "PositiveOrZero", (use, schema) -> number(schema, "minimum", "0"));
    markers.put(
        JAKARTA + "Negative",
        (use, schema) -> number(schema, "maximum", "0").with("exclusiveMaximum", true));
    markers.put(JAKARTA + "NegativeOrZero", (use, schema) -> number(schema, "maximum", "0"));
    markers.put(JAKARTA + "Size", ForeignMarkers::size);
    markers.put(JAKARTA + "NotEmpty", (use, schema) -> schema.with(size("min", schema), 1L));
    markers.put(
        JAKARTA + "NotBlank",
        (use, schema) -> PatternMarker.pattern("\\S", schema).with("minLength", 1L));
    markers.put(JAKARTA + "Email", (use, schema) -> text(schema).with("format", "email"));
    markers.put(JAKARTA + "Pattern", ForeignMarkers::wholeText);
    markers.put(FABRIC8 + "Min", (use, schema) -> inclusive(use, schema, "Minimum"));
    markers.put(FABRIC8 + "Max", (use, schema) -> inclusive(use, schema, "Maximum"));
    markers.put(FABRIC8 + "Size", ForeignMarkers::size);
    markers.put(FABRIC8 + "Pattern", new PatternMarker());
    markers.put(FABRIC8 + "Nullable", (use, schema) -> schema.with("nullable", true));
    markers.put(FABRIC8 + "ValidationRule", ForeignMarkers::rule);
    markers.put(FABRIC8 + "Default", new LiteralMarker("default"));
    markers.put(
        Fabric8Packages.CRD_GENERATOR + "PreserveUnknownFields", new PreserveUnknownFieldsMarker());
    NOTES.forEach(name -> markers.put(name, (use, schema) -> schema.withNote(use)));
    BORROWERS.forEach(name -> markers.put(name, ForeignMarkers::refuse));
    return markers;
  }

  private static Schema refuse(AnnotationUse use, Schema schema) {
    throw new MisuseException(
        "a schema comes from the type of the property; give that another type, or @SchemaType");
  }

  private static Schema inclusive(AnnotationUse use, Schema schema, String bound) {
    Schema limited = number(schema, bound.toLowerCase(Locale.ROOT), use.text("value"));
    return use.flag("inclusive") ? limited : limited.with("exclusive" + bound, true);
  }

  private static Schema number(Schema schema, String keyword, String limit) {
    return schema.with(keyword, NumberMarker.limit(new BigDecimal(limit), schema));
  }

  private static Schema size(AnnotationUse use, Schema schema) {
    long least = use.number("min").longValue();
    long most = use.number("max").longValue();
    Schema limited = least > 0 ? schema.with(size("min", schema), least) : schema;
    return most < Integer.MAX_VALUE ? limited.with(size("max", schema), most) : limited;
  }

  private static String size(String prefix, Schema schema) {
    return switch (schema.type()) {
      case STRING, INT_OR_STRING -> prefix + "Length";
      case ARRAY -> prefix + "Items";
      case OBJECT -> prefix + "Properties";
      default -> throw new MisuseException("needs a value that has a size, not " + schema.type());
    };
  }

  private static Schema text(Schema schema) {
    if (schema.type() != SchemaType.STRING) {
      throw new MisuseException("needs a string, not a value of type " + schema.type());
    }
    return schema;
  }

  /** Jakarta's expression must match all of the text. */
  private static Schema wholeText(AnnotationUse use, Schema schema) {
    List<String> flags = use.texts("flags");
    if (!Set.of("CASE_INSENSITIVE").containsAll(flags)) {
      throw new MisuseException("the flags " + flags + " have no equal in the API server");
    }
    String prefix = flags.isEmpty() ? "" : "(?i)";
    return PatternMarker.pattern("^" + prefix + "(?:" + use.text("regexp") + ")$", schema);
  }

  private static Schema rule(AnnotationUse use, Schema schema) {
    ValidationMarker.requireType(schema);
    return schema.withRule(
        new Rule(
            use.text("value"),
            use.text("message"),
            use.text("messageExpression"),
            use.text("reason"),
            use.text("fieldPath"),
            use.flag("optionalOldSelf"),
            use));
  }
}
