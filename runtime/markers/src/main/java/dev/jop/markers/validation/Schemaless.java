package dev.jop.markers.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves the type of a property out of the schema; only what other annotations say of it remains.
 *
 * <p>The Java type is not read. The API server then accepts and prunes accordingly: nothing below
 * the property survives unless {@link PreserveUnknownFields} stands beside. In Go it is {@code
 * +kubebuilder:validation:Schemaless}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Schemaless {}
