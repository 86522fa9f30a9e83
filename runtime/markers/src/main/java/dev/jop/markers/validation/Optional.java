package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server accept an object that lacks the property.
 *
 * <p>It is for what would be required otherwise; the Java code then meets null, or zero for a
 * primitive. On a package, in {@code package-info.java}, it holds for all properties of its types
 * that have no {@link Required}.
 *
 * <p>In Go it is {@code +optional}, {@code +k8s:optional} or {@code
 * +kubebuilder:validation:Optional}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.PACKAGE})
public @interface Optional {}
