package dev.jop.runtime.marker;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that the API server accepts for a string.
 *
 * <p>A Java enum needs no such annotation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@SuppressWarnings("AvoidCommonTypeNames") // it is the word of OpenAPI
public @interface Enum {

  /** The values, at least one, none twice. */
  String[] value();
}
