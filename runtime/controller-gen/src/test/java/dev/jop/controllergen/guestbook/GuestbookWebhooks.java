package dev.jop.controllergen.guestbook;

import static dev.jop.markers.webhook.Operation.ANY;
import static dev.jop.markers.webhook.Operation.CREATE;
import static dev.jop.markers.webhook.Operation.DELETE;
import static dev.jop.markers.webhook.Operation.UPDATE;

import dev.jop.markers.webhook.FailurePolicy;
import dev.jop.markers.webhook.MatchCondition;
import dev.jop.markers.webhook.MatchPolicy;
import dev.jop.markers.webhook.MutatingWebhook;
import dev.jop.markers.webhook.ReinvocationPolicy;
import dev.jop.markers.webhook.SideEffects;
import dev.jop.markers.webhook.ValidatingWebhook;
import dev.jop.markers.webhook.WebhookConfiguration;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;

@WebhookConfiguration(mutating = "guestbook-defaults")
final class GuestbookWebhooks {

  @MutatingWebhook(forKind = Guestbook.class)
  @MutatingWebhook(
      url = "https://hooks.example.com/all",
      groups = {"core", "apps"},
      resources = {"pods/exec", "deployments"},
      versions = "*",
      operations = ANY,
      name = "all.hooks.example.com",
      failurePolicy = FailurePolicy.IGNORE,
      admissionReviewVersions = {"v1", "v1beta1"},
      reinvocationPolicy = ReinvocationPolicy.IF_NEEDED,
      matchPolicy = MatchPolicy.EQUIVALENT,
      timeoutSeconds = 30,
      namespaceSelector = "team=blue, tier in (a, b), !example.com/legacy",
      objectSelector = "env != test, watched, x notin (y,)",
      matchConditions = {
        @MatchCondition(
            name = "not-by-nodes",
            expression = "!('system:nodes' in request.userInfo.groups)"),
        @MatchCondition(name = "example.com/some", expression = "request.name != 'x'")
      })
  @MutatingWebhook(
      forKind = Shelf.class,
      path = "/other",
      operations = UPDATE,
      name = "other.webapp.example.com",
      serviceName = "other-service",
      serviceNamespace = "other",
      servicePort = 8443,
      reinvocationPolicy = ReinvocationPolicy.NEVER)
  static final class Defaulter {
    private Defaulter() {}
  }

  @ValidatingWebhook(forKind = Guestbook.class)
  @ValidatingWebhook(
      forKind = Pod.class,
      operations = {DELETE, CREATE},
      failurePolicy = FailurePolicy.IGNORE,
      sideEffects = SideEffects.NONE_ON_DRY_RUN,
      matchPolicy = MatchPolicy.EXACT,
      timeoutSeconds = 5)
  @ValidatingWebhook(forKind = Deployment.class)
  static final class Validator {
    private Validator() {}
  }

  private GuestbookWebhooks() {}
}
