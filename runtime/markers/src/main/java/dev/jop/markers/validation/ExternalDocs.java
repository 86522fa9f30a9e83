package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where more is written about a value.
 *
 * <p>In Go it is {@code +kubebuilder:externalDocs}.
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
public @interface ExternalDocs {

  /** The absolute URL of the document. */
  String url();

  /** What the document is; nothing by default. */
  String description() default "";
}
