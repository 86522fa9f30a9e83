package dev.jop.markers.webhook;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A CEL expression that must be true for a webhook to be asked.
 *
 * <p>It stands inside {@link MutatingWebhook} and {@link ValidatingWebhook}, for the marker {@code
 * +kubebuilder:webhook:patch} with {@code matchConditions}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface MatchCondition {

  /** What the API server calls it in errors and audit logs, such as {@code not-by-nodes}. */
  String name();

  /**
   * The expression. It knows {@code object}, {@code oldObject}, {@code request} and {@code
   * authorizer}, as in {@code "!('system:nodes' in request.userInfo.groups)"}.
   */
  String expression();
}
