package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An example of a value, for those who read the schema.
 *
 * <p>It is checked against the schema of the value. In Go it is {@code +kubebuilder:example}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE,
  ElementType.TYPE_USE
})
public @interface Example {

  /**
   * The text itself for a string or an enum; JSON for all else, for example {@code 1} or {@code
   * {"size": 3}}.
   */
  String value();
}
