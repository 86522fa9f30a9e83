package dev.jop.markers.crd;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the API server convert between the versions of a kind by calling a webhook.
 *
 * <p>It stands on one version of the kind, mostly the stored one. Without it versions differ in
 * their name only. controller-gen has no marker for it, kubebuilder patches the manifest with
 * kustomize; the defaults are those of that patch.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ConversionWebhook {

  /** The name of the service. */
  String serviceName() default "webhook-service";

  /** The namespace of the service. */
  String serviceNamespace() default "system";

  /** The port of the service. */
  int servicePort() default 443;

  /** The path at the service. */
  String path() default "/convert";

  /** A URL to call instead of a service; none by default. */
  String url() default "";

  /** The versions of {@code ConversionReview} that the webhook understands, the best first. */
  String[] reviewVersions() default "v1";
}
