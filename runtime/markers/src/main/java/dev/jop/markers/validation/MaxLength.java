package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The greatest number of characters that the API server accepts in a string.
 *
 * <p>In Go it is {@code +kubebuilder:validation:MaxLength}.
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
public @interface MaxLength {

  /** The limit, not negative. */
  long value();
}
