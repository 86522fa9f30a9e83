package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type that a value has in JSON where it is not that of its Java type, as with a serializer of
 * one's own.
 *
 * <p>The Java type is not read then, so it may be any. In Go it is {@code
 * +kubebuilder:validation:Type}, and {@code +kubebuilder:validation:XIntOrString} for {@link
 * JsonType#INT_OR_STRING}.
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
public @interface SchemaType {

  /** The type in JSON. */
  JsonType value();
}
