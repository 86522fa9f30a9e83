package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that the API server accepts for a string, a number or a boolean.
 *
 * <p>A Java enum needs no such annotation.
 *
 * <p>In Go it is {@code +kubebuilder:validation:Enum}.
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
@SuppressWarnings("AvoidCommonTypeNames") // it is the word of OpenAPI
public @interface Enum {

  /** The values, at least one, none twice; as JSON for what is no string. */
  String[] value();
}
