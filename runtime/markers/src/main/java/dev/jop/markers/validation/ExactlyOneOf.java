package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server accept an object only with exactly one of some properties; it may be said of
 * several groups.
 *
 * <p>None of the properties may be required. It becomes a CEL rule. In Go it is {@code
 * +kubebuilder:validation:ExactlyOneOf}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(ExactlyOneOf.List.class)
public @interface ExactlyOneOf {

  /** The properties as they are called in JSON, at least two, none twice. */
  String[] value();

  /** Holds the repeated annotations; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations in the order of the source. */
    ExactlyOneOf[] value();
  }
}
