package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The regular expression that a string must contain.
 *
 * <p>The API server searches for it with the RE2 syntax of Go, so it wants anchors to speak of the
 * whole string, and look-arounds, back references and possessive quantifiers are errors.
 *
 * <p>In Go it is {@code +kubebuilder:validation:Pattern}.
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
public @interface Pattern {

  /** The expression, for example {@code ^[a-z]+$}. */
  String value();
}
