package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an object is a whole Kubernetes object, with {@code apiVersion}, {@code kind} and
 * {@code metadata}.
 *
 * <p>The API server checks and prunes these as it does for any object, and keeps no other property
 * unless the type has it or {@link PreserveUnknownFields} stands beside. In Go it is {@code
 * +kubebuilder:validation:EmbeddedResource}.
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
public @interface EmbeddedResource {}
