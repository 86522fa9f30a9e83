package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server accept each item of a list once only.
 *
 * <p>In Go it is {@code +kubebuilder:validation:UniqueItems=true}, which no API server accepts in a
 * CRD, since comparing all items with all takes too long. So it is written as the list type {@code
 * set}, which is the same for plain values; it says the same as {@code @ListType(SET)}, or a {@code
 * Set} as the Java type.
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
public @interface UniqueItems {}
