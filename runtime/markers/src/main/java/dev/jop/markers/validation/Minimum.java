package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least number that the API server accepts for a value.
 *
 * <p>In Go it is {@code +kubebuilder:validation:Minimum} with {@code ExclusiveMinimum}.
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
public @interface Minimum {

  /** The limit; for a property of an integer type it must be an integer. */
  double value();

  /** Whether the limit itself is refused too. */
  boolean exclusive() default false;
}
