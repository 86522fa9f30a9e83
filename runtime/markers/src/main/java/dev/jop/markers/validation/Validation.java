package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule in the Common Expression Language (CEL) that the API server checks for each object.
 *
 * <p>The rule is parsed, checked against the schema and its cost estimated when the sources are
 * compiled. It may be said several times, of a type, a property, or a type in angle brackets. In Go
 * it is {@code +kubebuilder:validation:XValidation}.
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
@Repeatable(Validation.List.class)
public @interface Validation {

  /**
   * The expression, true for what is right. {@code self} is the value; {@code oldSelf} is the value
   * before an update, and a rule with it is checked for updates only.
   */
  String rule();

  /** What the API server says when the rule fails, in one line; the rule itself by default. */
  String message() default "";

  /**
   * An expression that gives the message; {@link #message} is used where it fails. None by default.
   */
  String messageExpression() default "";

  /** Why the API server says that it refuses. */
  Reason reason() default Reason.INVALID;

  /**
   * The property that the answer names, as a path from the value such as {@code .size}; the value
   * itself by default.
   */
  String fieldPath() default "";

  /**
   * Whether a rule with {@code oldSelf} is checked for new values also; {@code oldSelf} is an
   * optional then.
   */
  boolean optionalOldSelf() default false;

  /** Holds the repeated annotations; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE,
    ElementType.TYPE_USE
  })
  @interface List {
    /** The annotations in the order of the source. */
    Validation[] value();
  }
}
