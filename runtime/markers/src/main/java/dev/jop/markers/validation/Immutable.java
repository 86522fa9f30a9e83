package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server refuse to change a value once it is there.
 *
 * <p>A property that may be absent can be set later, but neither changed nor removed then, unless
 * all that it is in is removed. It becomes CEL rules. In Go it is {@code +k8s:immutable}.
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
public @interface Immutable {}
