package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server accept and keep {@code null} for a value, beside all else that the schema
 * accepts.
 *
 * <p>Without it the API server refuses {@code null}, or takes the default where there is one.
 * Whether a property may be absent is another question: {@code @Nullable} and {@link Optional}
 * answer that. In Go it is {@code +nullable}.
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
public @interface AcceptsNull {}
