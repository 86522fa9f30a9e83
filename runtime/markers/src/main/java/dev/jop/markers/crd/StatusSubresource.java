package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the status of a kind is written on its own, through the subresource {@code status}.
 *
 * <p>Without it, it is if the kind has a status. {@code @StatusSubresource(false)} is for kinds
 * from before. In Go it is {@code +kubebuilder:subresource:status}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StatusSubresource {

  /** True for a subresource. */
  boolean value() default true;
}
