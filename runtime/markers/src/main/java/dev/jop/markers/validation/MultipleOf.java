package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number that a value must be a multiple of.
 *
 * <p>In Go it is {@code +kubebuilder:validation:MultipleOf}.
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
public @interface MultipleOf {

  /** The divisor, more than 0; for a property of an integer type it must be an integer. */
  double value();
}
