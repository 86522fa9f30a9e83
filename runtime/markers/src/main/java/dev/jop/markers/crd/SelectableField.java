package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A property that clients may select objects by, as in {@code kubectl get --field-selector
 * spec.color=blue}.
 *
 * <p>At most eight of a kind. In Go it is {@code +kubebuilder:selectablefield}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(SelectableField.List.class)
public @interface SelectableField {

  /**
   * Where the property is, as a simple JSON path from the object on, for example {@code
   * .spec.color}; a string, a whole number or a boolean must be there.
   */
  String jsonPath();

  /** Holds the repeated annotations; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations in the order of the source. */
    SelectableField[] value();
  }
}
