package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How server-side apply merges a list.
 *
 * <p>Without it a list is atomic, a {@code Set} is a set, and a list of conditions is a map by
 * {@code type}. In Go it is {@code +listType} with {@code +listMapKey}.
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
public @interface ListType {

  /** The way to merge. */
  ListTopology value();

  /**
   * The properties of an item that tell items apart, as they are called in JSON. They must be plain
   * values, and either required or have a default. {@link ListTopology#MAP} needs at least one; the
   * others accept none.
   */
  String[] keys() default {};
}
