package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Labels and annotations of the CustomResourceDefinition of a kind.
 *
 * <p>Several versions of the kind may have it; the manifest has all that they say. In Go it is
 * {@code +kubebuilder:metadata}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Metadata {

  /** The labels, each as {@code name=value}. */
  String[] labels() default {};

  /**
   * The annotations, each as {@code name=value}. A kind in a group below {@code k8s.io} or {@code
   * kubernetes.io} needs {@code api-approved.kubernetes.io}, with the URL of the approval or a
   * reason that begins with {@code unapproved}.
   */
  String[] annotations() default {};
}
