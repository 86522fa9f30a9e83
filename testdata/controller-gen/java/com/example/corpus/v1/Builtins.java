package com.example.corpus.v1;

import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.Enum;
import dev.jop.markers.validation.ListTopology;
import dev.jop.markers.validation.ListType;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BuiltinsSpec has small types of Kubernetes itself.
 *
 * @param time A time.
 * @param microTime A time with microseconds.
 * @param duration A duration.
 * @param quantity A quantity.
 * @param memory A quantity with a default.
 * @param quantities Quantities by name.
 * @param maxUnavailable A number or a string.
 * @param port A number or a string with a number.
 * @param ports Numbers or strings.
 * @param times Times.
 * @param uid The id of an object.
 * @param selector What to choose.
 * @param objectReference An object anywhere.
 * @param localReference An object in the same namespace.
 * @param typedReference An object of some kind in the same namespace.
 * @param secretKey A key in a Secret.
 * @param configMapKey A key in a ConfigMap.
 * @param resources What it needs.
 * @param env Variables.
 * @param tolerations What it tolerates.
 * @param affinity Where to run.
 * @param securityContext How to run.
 * @param probe How often to look.
 * @param pullPolicy When to pull.
 * @param limits Limits of what it may use.
 */
record BuiltinsSpec(
    @Nullable Instant time,
    @Nullable MicroTime microTime,
    @Nullable Duration duration,
    @Nullable Quantity quantity,
    @Default("1Gi") @Nullable Quantity memory,
    @Nullable Map<String, Quantity> quantities,
    @Default("25%") @Nullable IntOrString maxUnavailable,
    @Default("8080") @Nullable IntOrString port,
    @Nullable List<IntOrString> ports,
    @Nullable List<Instant> times,
    @Nullable String uid,
    @Nullable LabelSelector selector,
    @Nullable ObjectReference objectReference,
    @Nullable LocalObjectReference localReference,
    @Nullable TypedLocalObjectReference typedReference,
    @Nullable SecretKeySelector secretKey,
    @Nullable ConfigMapKeySelector configMapKey,
    @Nullable ResourceRequirements resources,
    @ListType(value = ListTopology.MAP, keys = "name") @Nullable List<EnvVar> env,
    @Nullable List<Toleration> tolerations,
    @Nullable Affinity affinity,
    @Nullable SecurityContext securityContext,
    @Nullable Probe probe,
    @Enum({"Always", "Never", "IfNotPresent"}) @Default("IfNotPresent") @Nullable String pullPolicy,
    @Nullable Map<String, Quantity> limits) {}

/**
 * BuiltinsStatus has what conditions tell.
 *
 * @param conditions What is known.
 * @param lastSeen When it was.
 */
record BuiltinsStatus(
    @ListType(value = ListTopology.MAP, keys = "type") @Nullable List<Condition> conditions,
    @Nullable Instant lastSeen) {}

/** Builtins is about types of Kubernetes itself. */
@Group("corpus.example.com")
@Version("v1")
@Plural("builtins")
@Singular("builtins")
public final class Builtins extends CustomResource<BuiltinsSpec, BuiltinsStatus>
    implements Namespaced {}
