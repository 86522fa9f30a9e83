package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server keep properties that the schema does not know; without it they are pruned.
 *
 * <p>On a type such as {@code Object} or Jackson's {@code JsonNode}, whose content nobody knows, it
 * lets any value through. In Go it is {@code +kubebuilder:pruning:PreserveUnknownFields}.
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
public @interface PreserveUnknownFields {}
