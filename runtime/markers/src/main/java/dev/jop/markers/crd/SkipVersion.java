package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a kind, or all kinds of a package, out of the manifests.
 *
 * <p>It is for kinds that the project uses and others define. In Go it is {@code
 * +kubebuilder:skipversion}, and for a package {@code +kubebuilder:skip}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface SkipVersion {}
