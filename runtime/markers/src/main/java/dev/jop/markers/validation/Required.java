package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the API server refuse an object that lacks the property.
 *
 * <p>Properties that are not {@code @Nullable}, not an {@code Optional} and have no default are
 * required without it.
 *
 * <p>In Go it is {@code +required}, {@code +k8s:required} or {@code
 * +kubebuilder:validation:Required}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Required {}
