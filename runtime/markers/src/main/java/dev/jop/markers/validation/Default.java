package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that the API server puts in where a property is absent.
 *
 * <p>A property with a default is not required. The value is checked against the schema of the
 * property.
 *
 * <p>In Go it is {@code +kubebuilder:default}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Default {

  /**
   * The text itself for a string or an enum; JSON for all else, for example {@code 1} or {@code
   * {"size": 3}}.
   */
  String value();
}
