package dev.jop.markers.webhook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Objects that the API server lets this class change before it keeps them; all of a project become
 * {@code config/webhook/manifests.yaml}.
 *
 * <p>For a kind that a class declares, it is enough to name that class:
 *
 * <pre>{@code
 * @MutatingWebhook(forKind = Guestbook.class)
 * final class GuestbookDefaulter …
 * }</pre>
 *
 * <p>Groups, versions, resources, name and path follow from it, and each can be said otherwise.
 * Without {@code forKind} all of them must be said. It stands for the marker {@code
 * +kubebuilder:webhook} with {@code mutating=true}; what can only be patched in there is said here.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(MutatingWebhook.List.class)
public @interface MutatingWebhook {

  /** The class of the kind; with {@code @Group} and {@code @Version}. */
  Class<?> forKind() default void.class;

  /**
   * The name, a domain with three parts or more. Default: {@code m<kind>-<version>.kb.io}, as
   * kubebuilder has it.
   */
  String name() default "";

  /** The API groups; {@code core} and the empty string are the one without a name. */
  String[] groups() default {};

  /** The versions of these groups. */
  String[] versions() default {};

  /**
   * The resources by their plural names, with a subresource as in {@code pods/exec}, or {@code *}.
   */
  String[] resources() default {};

  /** What is done with the objects. */
  Operation[] operations() default {Operation.CREATE, Operation.UPDATE};

  /** Where the objects live. */
  ResourceScope scope() default ResourceScope.ANY;

  /** What becomes of a request when the webhook cannot be asked. */
  FailurePolicy failurePolicy() default FailurePolicy.FAIL;

  /** What the webhook does beside answering. */
  SideEffects sideEffects() default SideEffects.NONE;

  /** Which requests the groups, versions and resources mean. */
  MatchPolicy matchPolicy() default MatchPolicy.EQUIVALENT;

  /** Whether it is asked again about an object that others have changed since. */
  ReinvocationPolicy reinvocationPolicy() default ReinvocationPolicy.NEVER;

  /** How long the API server waits for the answer, from 1 to 30 seconds. */
  int timeoutSeconds() default 10;

  /** The versions of {@code AdmissionReview} that the webhook reads, the best first. */
  String[] admissionReviewVersions() default "v1";

  /**
   * In which namespaces objects are meant, in the words of {@code kubectl get --selector}: {@code
   * "team=blue, tier in (a, b), !legacy"}. Default: in all, and outside of them.
   */
  String namespaceSelector() default "";

  /** Which labels the objects have, old or new, in the same words. Default: any. */
  String objectSelector() default "";

  /** What else must be true for the webhook to be asked. */
  MatchCondition[] matchConditions() default {};

  /**
   * The path at the service. Default: {@code /mutate-<group>-<version>-<kind>}, with dashes in the
   * group.
   */
  String path() default "";

  /** The whole {@code https} address of a webhook that is no service; there is no path then. */
  String url() default "";

  /** The name of the service; kustomize puts the project's name before it. */
  String serviceName() default "webhook-service";

  /** The namespace of the service; kustomize puts the project's namespace in its place. */
  String serviceNamespace() default "system";

  /** The port of the service. */
  int servicePort() default 443;

  /** Holds the repeated annotations; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations in the order of the source. */
    MutatingWebhook[] value();
  }
}
