package dev.jop.markers.webhook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the objects are called that hold a project's webhooks; once in a project, on any type.
 *
 * <p>It stands for the marker {@code +kubebuilder:webhookconfiguration}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WebhookConfiguration {

  /** The name of the {@code MutatingWebhookConfiguration}. */
  String mutating() default "mutating-webhook-configuration";

  /** The name of the {@code ValidatingWebhookConfiguration}. */
  String validating() default "validating-webhook-configuration";
}
