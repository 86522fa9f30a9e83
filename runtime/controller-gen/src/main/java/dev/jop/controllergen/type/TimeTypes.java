package dev.jop.controllergen.type;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.Map;

/**
 * The types of times for which the API server knows no format that fits.
 *
 * <p>A text that the API server takes and Java cannot read would keep the whole object from the
 * operator; so the patterns take only what is read, though not all of it. The format {@code
 * duration} is none for either class: {@code java.time.Duration} reads ISO 8601 and the format
 * means Go's way, of which fabric8's {@code Duration} reads {@code 1.5h} as five hours.
 */
final class TimeTypes {
  private static final String AMOUNT = "[-+]?[0-9]{1,9}";
  private static final String HOURS = "[-+]?[0-9]{1,15}H";
  private static final String MINUTES = AMOUNT + "M";
  private static final String SECONDS = AMOUNT + "(\\.[0-9]{1,9})?S";
  private static final String DURATION =
      "^[-+]?P(%4$sD)?(T(%1$s(%2$s)?(%3$s)?|%2$s(%3$s)?|%3$s))?$"
          .formatted(HOURS, MINUTES, SECONDS, AMOUNT);

  /** As fabric8 writes it, in nanoseconds, or as people do; the limits are those of its long. */
  private static final String GO_DURATION =
      "^([0-9]{1,18}ns|([0-9]{1,5}h)?([0-9]{1,6}m)?([0-9]{1,8}s)?([0-9]{1,11}ms)?([0-9]{1,14}(us|µs))?)$";

  private static final String PERIOD =
      "^[-+]?P(%1$sY)?(%1$sM)?([-+]?[0-9]{1,7}W)?(%1$sD)?$".formatted(AMOUNT);
  private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
  private static final String OFFSET = "(Z|[-+](0[0-9]|1[0-7]):[0-5][0-9])";

  private TimeTypes() {}

  /** Returns the schemas by the full names of the types. */
  static Map<String, Schema> all() {
    // The shortest text that says something: the patterns alone would take "P" and "".
    return Map.of(
        "java.time.Duration", text(DURATION).with("minLength", 3L),
        "java.time.Period", text(PERIOD).with("minLength", 3L),
        "io.fabric8.kubernetes.api.model.Duration", text(GO_DURATION).with("minLength", 2L),
        "java.time.LocalDateTime", text("^" + DATE + "T" + TIME + "$"),
        "java.time.LocalTime", text("^" + TIME + "$"),
        "java.time.OffsetTime", text("^" + TIME + OFFSET + "$"));
  }

  private static Schema text(String pattern) {
    return Schema.of(SchemaType.STRING).with("pattern", pattern);
  }
}
