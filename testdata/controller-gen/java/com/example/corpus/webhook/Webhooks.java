package com.example.corpus.webhook;

import com.example.corpus.v1.Texts;
import dev.jop.markers.webhook.FailurePolicy;
import dev.jop.markers.webhook.MatchCondition;
import dev.jop.markers.webhook.MatchPolicy;
import dev.jop.markers.webhook.MutatingWebhook;
import dev.jop.markers.webhook.Operation;
import dev.jop.markers.webhook.ReinvocationPolicy;
import dev.jop.markers.webhook.SideEffects;
import dev.jop.markers.webhook.ValidatingWebhook;
import dev.jop.markers.webhook.WebhookConfiguration;

/** TextsDefaulter is named by its kind. */
@MutatingWebhook(
    path = "/mutate-corpus-example-com-v1-texts",
    groups = "corpus.example.com",
    resources = "texts",
    versions = "v1",
    name = "mtexts-v1.kb.io")
@WebhookConfiguration(
    mutating = "corpus-mutating-webhooks",
    validating = "corpus-validating-webhooks")
final class TextsDefaulter {}

/** TextsValidator is named by its kind. */
@ValidatingWebhook(forKind = Texts.class)
final class TextsValidator {}

/** EverythingDefaulter has one of each argument. */
@MutatingWebhook(
    path = "/custom",
    failurePolicy = FailurePolicy.IGNORE,
    matchPolicy = MatchPolicy.EXACT,
    sideEffects = SideEffects.NONE_ON_DRY_RUN,
    timeoutSeconds = 7,
    groups = {"", "apps"},
    resources = {"pods", "deployments/scale"},
    operations = Operation.ANY,
    versions = "*",
    name = "mall.example.com",
    serviceName = "other-service",
    serviceNamespace = "other",
    servicePort = 9443,
    admissionReviewVersions = {"v1", "v1beta1"},
    reinvocationPolicy = ReinvocationPolicy.IF_NEEDED)
final class EverythingDefaulter {}

/** UrlValidator is no service. */
@ValidatingWebhook(
    url = "https://hooks.example.com:8443/validate",
    failurePolicy = FailurePolicy.IGNORE,
    matchPolicy = MatchPolicy.EQUIVALENT,
    timeoutSeconds = 30,
    groups = "corpus.example.com",
    resources = {"numbers", "lists"},
    operations = {Operation.DELETE, Operation.CONNECT},
    versions = {"v1", "v2"},
    name = "vurl.example.com")
final class UrlValidator {}

/** SelectedValidator is asked about some objects only. */
@ValidatingWebhook(
    path = "/validate-selected",
    groups = "corpus.example.com",
    resources = "lists",
    operations = Operation.CREATE,
    versions = "v1",
    name = "vselected.example.com",
    namespaceSelector = "checked=true",
    objectSelector = "tier in (front, back)",
    matchConditions =
        @MatchCondition(
            name = "not-system",
            expression = "!request.userInfo.username.startsWith('system:')"))
final class SelectedValidator {}
