package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The format of a string or a number, by its name in OpenAPI, for example {@code ipv4}, {@code uri}
 * or {@code date-time}.
 *
 * <p>Formats that the API server does not know are errors, since it would accept anything. In Go it
 * is {@code +kubebuilder:validation:Format}.
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
public @interface Format {

  /** The name of the format. */
  String value();
}
