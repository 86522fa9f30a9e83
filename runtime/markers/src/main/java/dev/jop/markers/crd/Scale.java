package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets {@code kubectl scale} and autoscalers work with a kind through its subresource {@code
 * scale}.
 *
 * <p>In Go it is {@code +kubebuilder:subresource:scale}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Scale {

  /** Where the wished number of replicas is, below {@code .spec}. */
  String specPath() default ".spec.replicas";

  /** Where the number of replicas that there are is, below {@code .status}. */
  String statusPath() default ".status.replicas";

  /**
   * Where the label selector of the pods is, as text; a horizontal autoscaler needs it. None by
   * default.
   */
  String selectorPath() default "";
}
