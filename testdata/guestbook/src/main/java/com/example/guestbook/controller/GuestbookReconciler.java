/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook.controller;

import static dev.jop.markers.rbac.Verb.CREATE;
import static dev.jop.markers.rbac.Verb.GET;
import static dev.jop.markers.rbac.Verb.LIST;
import static dev.jop.markers.rbac.Verb.PATCH;
import static dev.jop.markers.rbac.Verb.UPDATE;
import static dev.jop.markers.rbac.Verb.WATCH;

import com.example.guestbook.api.v1.Guestbook;
import com.example.guestbook.api.v1.GuestbookStatus;
import dev.jop.markers.rbac.Rbac;
import dev.jop.runtime.builder.ControllerBuilder;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.FieldOwner;
import dev.jop.runtime.manager.Manager;
import dev.jop.runtime.reconcile.Context;
import dev.jop.runtime.reconcile.Reconciler;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.reconcile.Result;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a ConfigMap with the text of each guestbook. */
@Rbac(
    groups = "webapp.example.com",
    resources = "guestbooks",
    verbs = {GET, LIST, WATCH})
@Rbac(
    groups = "webapp.example.com",
    resources = "guestbooks/status",
    verbs = {UPDATE, PATCH})
@Rbac(groups = "webapp.example.com", resources = "guestbooks/finalizers", verbs = UPDATE)
@Rbac(
    groups = "",
    resources = "configmaps",
    verbs = {GET, LIST, WATCH, CREATE, PATCH})
public final class GuestbookReconciler implements Reconciler {
  private static final FieldOwner OWNER = FieldOwner.of("guestbook-controller").withForce();

  private final Client client;

  public GuestbookReconciler(Client client) {
    this.client = client;
  }

  /** Has every change of a guestbook reconciled, and every change of its ConfigMap. */
  public void setupWith(Manager manager) {
    ControllerBuilder.forKind(Guestbook.class).owns(ConfigMap.class).complete(manager, this);
  }

  @Override
  public Result reconcile(Request request, Context context) {
    Optional<Guestbook> found = client.get(Guestbook.class, request.key());
    if (found.isEmpty()) {
      return Result.done(); // It was deleted, and what it owned is collected.
    }
    Guestbook guestbook = found.get();
    ConfigMap text = client.apply(textOf(guestbook), OWNER);
    client.status().apply(statusOf(guestbook, text), OWNER);
    return Result.done();
  }

  private static ConfigMap textOf(Guestbook guestbook) {
    ConfigMap text =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(guestbook.getMetadata().getNamespace())
            .withName(guestbook.getMetadata().getName() + "-text")
            .endMetadata()
            .withData(
                Map.of(
                    "greeting", guestbook.getSpec().greeting(),
                    "pages", String.valueOf(guestbook.getSpec().pages())))
            .build();
    text.addOwnerReference(guestbook, true, true);
    return text;
  }

  private static Guestbook statusOf(Guestbook guestbook, ConfigMap text) {
    Long generation = guestbook.getMetadata().getGeneration();
    Condition ready =
        new ConditionBuilder()
            .withType("Ready")
            .withStatus("True")
            .withReason("TextWritten")
            .withMessage("ConfigMap " + text.getMetadata().getName() + " holds the text")
            .withObservedGeneration(generation)
            .withLastTransitionTime(text.getMetadata().getCreationTimestamp())
            .build();
    Guestbook applied = new Guestbook();
    applied.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(guestbook.getMetadata().getNamespace())
            .withName(guestbook.getMetadata().getName())
            .build());
    applied.setStatus(new GuestbookStatus(generation, List.of(ready)));
    return applied;
  }
}
